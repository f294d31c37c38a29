package dev.souk.tests.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A walk through orders, money, people and messages in the back office, for pictures.
///
/// @param worker somebody with every role
record DeskRound(Shopper worker, Path folder) {
    private static final List<String> LISTS = List.of(
            "orders", "orders/held", "alarms", "payments", "approvals", "fraud", "ledger", "reconciliations", "customers", "requests",
            "staff", "role-requests", "api-clients", "mails", "templates", "suppressions", "webhooks");
    private static final List<String> FIRSTS = List.of("orders", "payments", "customers", "staff", "mails");

    void walk() {
        for (var list : LISTS) {
            worker.opens("/backoffice/" + list);
            keep(list.replace('/', '-'));
            if (FIRSTS.contains(list)) {
                worker.page().locator(".row-link").first().click();
                worker.page().waitForURL(Pattern.compile(".*/backoffice/" + list + "/[0-9a-f-]{36}"));
                keep(list + "-one");
            }
        }
        worker.opens("/backoffice/templates").page().locator("td a").first().click();
        worker.page().waitForURL("**/templates/*/*");
        keep("templates-one");
        worker.opens("/backoffice/orders").page().locator(".row-link").first().click();
        worker.page().locator("[popovertarget=hold]").first().click();
        worker.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("backoffice-orders-hold.png")));
    }

    private void keep(String name) {
        worker.page().waitForTimeout(200);
        worker.page().screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve("backoffice-" + name + ".png")).setFullPage(true));
    }
}

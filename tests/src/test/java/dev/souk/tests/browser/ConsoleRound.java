package dev.souk.tests.browser;

import com.microsoft.playwright.Page;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Poison;
import dev.souk.tests.souk.RunningSouk;
import java.nio.file.Path;
import java.sql.SQLException;

/// One walk through the operations console, with something to see on every page.
record ConsoleRound(Shopper operator, Path folder, RunningSouk souk) {
    void walk() throws SQLException {
        var product = souk.given().aProduct();
        var poison = Poison.in(souk, product);
        Await.until("it is put aside", () -> poison.parked("inventory"), found -> !found.isEmpty());
        var order = souk.given().anOrder();
        var checkout = souk.given().aCheckout(souk.given().aGuestCart(product), "tok_3ds");
        checkout.settled();
        souk.as(Role.OPERATOR).post("/operations/checks", null).expect(200);
        look("", "map");
        look("/contexts/order", "context");
        look("/journeys", "journeys");
        look("/journeys/" + order.confirmation(), "journey");
        look("/journeys/" + checkout.id(), "journey-unfinished");
        look("/journeys/nothing-like-it", "journey-unknown");
        look("/checkouts", "checkouts");
        look("/checkouts/" + checkout.id(), "checkout");
        look("/dead-letters", "dead-letters");
        look("/dead-letters/inventory/" + poison.id(), "dead-letter");
        look("/checks", "checks");
        look("/read-models", "read-models");
        look("/timers", "timers");
        look("/webhooks", "webhooks");
        look("/audit", "audit");
        look("/audit/chains", "audit-chains");
        look("/contracts", "contracts");
        operator.page().locator(".row-link").first().click();
        operator.page().waitForURL("**/contracts/*/*");
        keep("contract");
        look("/faults", "faults");
        poison.repair();
    }

    private void look(String path, String name) {
        operator.opens("/console" + path);
        keep(name);
    }

    private void keep(String name) {
        operator.page().waitForTimeout(200);
        operator.page().screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve("console-" + name + ".png")).setFullPage(true));
    }
}

package dev.souk.backoffice;

import dev.souk.pages.work.Menu;
import dev.souk.pages.work.Menu.Group;
import java.util.List;

/// The side navigation: one line a subject, with the roles that may read there.
final class Places {
    private static final String[] ORDERS = {"SUPPORT", "FINANCE", "FRAUD_ANALYST", "OPERATOR", "AUDITOR", "ADMIN"};

    static final Menu MENU = new Menu(List.of(
            Group.of("",
                    Menu.Entry.of("start", "/", "home")),
            Group.of("goods",
                    Menu.Entry.of("products", "/products", "box", "MERCHANDISER", "MARKETING", "SUPPORT", "WAREHOUSE", "FINANCE", "ADMIN"),
                    Menu.Entry.of("imports", "/products/imports", "upload", "MERCHANDISER", "ADMIN"),
                    Menu.Entry.of("categories", "/categories", "tree", "MERCHANDISER", "MARKETING", "SUPPORT", "ADMIN")),
            Group.of("stock",
                    Menu.Entry.of("stock", "/stock", "layers", "MERCHANDISER", "SUPPORT", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("deliveries", "/deliveries", "truck", "WAREHOUSE", "ADMIN"),
                    Menu.Entry.of("takes", "/stock-takes", "check", "WAREHOUSE", "ADMIN"),
                    Menu.Entry.of("places", "/locations", "home", "MERCHANDISER", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN")),
            Group.of("pricing",
                    Menu.Entry.of("promotions", "/promotions", "tag", "MERCHANDISER", "MARKETING", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("prices", "/prices", "percent", "MERCHANDISER", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("taxes", "/taxes", "bank", "MERCHANDISER", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("tariffs", "/tariffs", "truck", "MERCHANDISER", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN")),
            Group.of("orders",
                    Menu.Entry.of("orders", "/orders", "receipt", ORDERS),
                    Menu.Entry.of("held", "/orders/held", "clock", ORDERS),
                    Menu.Entry.of("alarms", "/alarms", "alert", ORDERS)),
            Group.of("money",
                    Menu.Entry.of("payments", "/payments", "card", ORDERS),
                    Menu.Entry.of("approvals", "/approvals", "check", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("fraud", "/fraud", "eye", "FRAUD_ANALYST"),
                    Menu.Entry.of("ledger", "/ledger", "layers", "FINANCE", "AUDITOR"),
                    Menu.Entry.of("reconciliations", "/reconciliations", "bank", "FINANCE", "AUDITOR")),
            Group.of("people",
                    Menu.Entry.of("customers", "/customers", "users", "SUPPORT", "PRIVACY_OFFICER", "ADMIN"),
                    Menu.Entry.of("requests", "/requests", "lock", "PRIVACY_OFFICER", "AUDITOR")),
            Group.of("staff",
                    Menu.Entry.of("staff", "/staff", "user", "ADMIN", "AUDITOR"),
                    Menu.Entry.of("role-requests", "/role-requests", "check", "ADMIN", "AUDITOR"),
                    Menu.Entry.of("api-clients", "/api-clients", "gear", "ADMIN", "AUDITOR")),
            Group.of("mail",
                    Menu.Entry.of("mails", "/mails", "mail", "SUPPORT", "OPERATOR", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("templates", "/templates", "receipt", "MARKETING", "SUPPORT", "ADMIN"),
                    Menu.Entry.of("suppressions", "/suppressions", "filter", "SUPPORT", "OPERATOR", "AUDITOR", "ADMIN"),
                    Menu.Entry.of("webhooks", "/webhooks", "link", "ADMIN", "OPERATOR"))));

    private Places() {}
}

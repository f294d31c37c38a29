package dev.souk.backoffice;

import dev.souk.pages.work.Menu;
import dev.souk.pages.work.Menu.Group;
import java.util.List;

/// The side navigation: one line a subject, with the roles that may read there.
final class Places {
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
                    Menu.Entry.of("places", "/locations", "home", "MERCHANDISER", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN"))));

    private Places() {}
}

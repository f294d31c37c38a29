package dev.souk.console;

import static dev.souk.pages.work.Menu.Entry.of;

import dev.souk.pages.work.Menu;
import dev.souk.pages.work.Menu.Group;
import java.util.List;

/// The side navigation: one line a subject, with the roles that may read there.
final class Places {
    private static final String[] ALL = {"OPERATOR", "AUDITOR", "ADMIN"};

    static final Menu MENU = new Menu(List.of(
            Group.of("",
                    of("map", "/", "pulse", ALL),
                    of("journeys", "/journeys", "link", ALL),
                    of("checkouts", "/checkouts", "cart", "OPERATOR", "SUPPORT", "AUDITOR", "ADMIN"),
                    of("letters", "/dead-letters", "alert", ALL)),
            Group.of("books",
                    of("checks", "/checks", "shield", "OPERATOR", "AUDITOR", "ADMIN", "FINANCE"),
                    of("models", "/read-models", "layers", ALL),
                    of("timers", "/timers", "clock", ALL),
                    of("webhooks", "/webhooks", "upload", "OPERATOR", "ADMIN"),
                    of("audit", "/audit", "eye", "AUDITOR", "PRIVACY_OFFICER", "ADMIN")),
            Group.of("reference",
                    of("contracts", "/contracts", "receipt", ALL),
                    of("faults", "/faults", "gear", ALL))));

    private Places() {}
}

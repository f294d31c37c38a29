package dev.souk.console;

import dev.souk.pages.work.Menu;
import dev.souk.pages.work.Menu.Entry;
import dev.souk.pages.work.Menu.Group;
import java.util.List;

/// The side navigation: one line a subject, with the roles that may read there.
final class Places {
    private static final String[] ALL = {"OPERATOR", "AUDITOR", "ADMIN"};

    static final Menu MENU = new Menu(List.of(
            Group.of("",
                    Entry.of("map", "/", "pulse", ALL),
                    Entry.of("journeys", "/journeys", "link", ALL),
                    Entry.of("checkouts", "/checkouts", "cart", "OPERATOR", "SUPPORT", "AUDITOR", "ADMIN"),
                    Entry.of("letters", "/dead-letters", "alert", ALL)),
            Group.of("books",
                    Entry.of("checks", "/checks", "shield", "OPERATOR", "AUDITOR", "ADMIN", "FINANCE"),
                    Entry.of("models", "/read-models", "layers", ALL),
                    Entry.of("timers", "/timers", "clock", ALL),
                    Entry.of("webhooks", "/webhooks", "upload", "OPERATOR", "ADMIN"),
                    Entry.of("audit", "/audit", "eye", "AUDITOR", "PRIVACY_OFFICER", "ADMIN")),
            Group.of("reference",
                    Entry.of("contracts", "/contracts", "receipt", ALL),
                    Entry.of("faults", "/faults", "gear", ALL))));

    private Places() {}
}

package dev.souk.backoffice;

import dev.souk.pages.work.Menu;
import dev.souk.pages.work.Menu.Group;
import java.util.List;

/// The side navigation: one line a subject, with the roles that may read there.
final class Places {
    static final Menu MENU = new Menu(List.of(
            Group.of("",
                    Menu.Entry.of("start", "/", "home"))));

    private Places() {}
}

package dev.souk.pages.work;

import java.util.List;
import java.util.Set;

/// The side navigation of an application: what a role may not do is not in it.
public record Menu(List<Group> groups) {
    public Menu {
        groups = List.copyOf(groups);
    }

    /// @param key of the text `menu.group.<key>`; an empty one has no heading
    public record Group(String key, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }

        public static Group of(String key, Entry... entries) {
            return new Group(key, List.of(entries));
        }
    }

    /// One place in the application.
    ///
    /// @param key names it, and the text `menu.<key>`
    /// @param path below the application's home, begins with a slash
    /// @param icon of [dev.souk.pages.Icons]
    /// @param roles who sees it; none means everybody who is signed in
    public record Entry(String key, String path, String icon, Set<String> roles) {
        public Entry {
            roles = Set.copyOf(roles);
        }

        public static Entry of(String key, String path, String icon, String... roles) {
            return new Entry(key, path, icon, Set.of(roles));
        }
    }

    /// What is left of it for somebody.
    Menu forRoles(Set<String> roles) {
        return new Menu(groups.stream()
                .map(group -> new Group(
                        group.key(),
                        group.entries().stream()
                                .filter(entry -> entry.roles().isEmpty() || entry.roles().stream().anyMatch(roles::contains))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList());
    }
}

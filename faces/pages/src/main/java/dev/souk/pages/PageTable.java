package dev.souk.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the page of a path: a literal segment wins over a `{name}`.
final class PageTable {
    private final List<Entry> entries;

    private record Entry(Page page, List<String> segments, long variables) {
        static Entry of(Page page) {
            var segments = List.of(page.path().split("/", -1));
            return new Entry(page, segments, segments.stream().filter(Entry::variable).count());
        }

        static boolean variable(String segment) {
            return segment.startsWith("{");
        }

        boolean matches(String[] path) {
            if (path.length != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                if (variable(segments.get(i)) ? path[i].isEmpty() : !segments.get(i).equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> values(String[] path) {
            var values = new HashMap<String, String>();
            for (int i = 0; i < path.length; i++) {
                if (variable(segments.get(i))) {
                    values.put(segments.get(i).substring(1, segments.get(i).length() - 1), path[i]);
                }
            }
            return values;
        }
    }

    /// @param values of the `{name}` segments
    record Match(Page page, Map<String, String> values) {}

    PageTable(List<Page> pages) {
        entries = pages.stream()
                .map(Entry::of)
                .sorted((one, other) -> Long.compare(one.variables(), other.variables()))
                .toList();
    }

    Optional<Match> find(String method, String path) {
        var segments = path.split("/", -1);
        var wanted = method.equals("HEAD") ? "GET" : method;
        return entries.stream()
                .filter(entry -> entry.page().method().equals(wanted) && entry.matches(segments))
                .findFirst()
                .map(entry -> new Match(entry.page(), entry.values(segments)));
    }

    boolean knows(String path) {
        var segments = path.split("/", -1);
        return entries.stream().anyMatch(entry -> entry.matches(segments));
    }
}

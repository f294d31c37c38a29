package dev.souk.tests.badinput;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A good body with one value at a time replaced by something nobody expects there.
final class Mangled {
    private static final String PLACE = "\"\u0001here\"";
    private static final String ESCAPED_PLACE = "\"\\u0001here\"";
    private static final List<String> VALUES = List.of(
            "null", "true", "{}", "[null]", "[[[]]]", "\"\"", "\" \"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\u202e\"",
            "\"" + "x".repeat(20_000) + "\"", "\"not what you think\"", "\"' or 1=1 --\"", "\"XXX\"", "0", "-1", "1.5",
                    "1e400",
            "1e-400", "99999999999999999999999", "9223372036854775807", "-9223372036854775808", "2147483648",
            "2147483647", "\"2026-02-30T00:00:00Z\"", "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00Z\"", "\"00000000-0000-0000-0000-000000000000\"");

    private Mangled() {}

    static List<String> of(JsonNode good) {
        var all = new ArrayList<String>();
        places(good, good, all);
        return all;
    }

    /// Puts a mark into each place in turn and every value where the mark stands.
    private static void places(JsonNode root, JsonNode node, List<String> all) {
        switch (node) {
            case ObjectNode object -> List.copyOf(object.propertyNames()).forEach(name -> {
                var kept = object.get(name);
                object.put(name, "\u0001here");
                replace(root.toString(), all);
                object.set(name, kept);
                places(root, kept, all);
            });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    var kept = array.get(i);
                    array.set(i, "\u0001here");
                    replace(root.toString(), all);
                    array.set(i, kept);
                    places(root, kept, all);
                }
            }
            default -> {}
        }
    }

    private static void replace(String marked, List<String> all) {
        var template = marked.replace(PLACE, ESCAPED_PLACE);
        if (!template.contains(ESCAPED_PLACE)) {
            throw new IllegalStateException("the mark is lost: " + template);
        }
        VALUES.forEach(value -> all.add(template.replace(ESCAPED_PLACE, value)));
    }
}

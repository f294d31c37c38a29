package dev.souk.pages.work;

import dev.souk.pages.Refused;
import dev.souk.pages.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What is wrong with a form: texts by field, and one for the whole.
///
/// @param fields name of a field to its text
/// @param whole what belongs to no field, or empty
public record Wrong(Map<String, String> fields, String whole) {
    private static final Pattern NAMED = Pattern.compile("^\"([A-Za-z]+)\" ");
    public static final Wrong NOTHING = new Wrong(Map.of(), "");

    public Wrong {
        fields = Map.copyOf(fields);
    }

    /// One field's fault.
    public static Wrong at(String field, String text) {
        return new Wrong(Map.of(field, text), "");
    }

    /// What the API refused, at the field that its code speaks of. The text is `refused.<code>` where the face has one,
    /// otherwise the API's own sentence.
    ///
    /// @param fields code to name of the field; `INVALID_UNIT_PRICE` is `unitPrice` without being named
    public static Wrong of(Refused refused, Words words, Map<String, String> fields) {
        var key = "refused." + refused.code();
        var text = words.knows(key) ? words.say(key) : refused.detail().isEmpty() ? words.say("work.refused") : refused.detail();
        var named = named(refused.detail());
        var field = fields.getOrDefault(refused.code(), named.isEmpty() ? byName(refused.code()) : named);
        return field.isEmpty() ? new Wrong(Map.of(), text) : at(field, text);
    }

    /// `"delta" is not 0.` speaks of the field `delta`.
    private static String named(String detail) {
        var found = NAMED.matcher(detail);
        return found.find() ? found.group(1) : "";
    }

    private static String byName(String code) {
        if (!code.startsWith("INVALID_")) {
            return "";
        }
        var name = new StringBuilder();
        for (var word : code.substring("INVALID_".length()).split("_", 8)) {
            var small = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() || small.isEmpty() ? small : Character.toUpperCase(small.charAt(0)) + small.substring(1));
        }
        return name.toString();
    }

    public Wrong and(String field, String text) {
        var more = new HashMap<>(fields);
        more.putIfAbsent(field, text);
        return new Wrong(more, whole);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && whole.isEmpty();
    }

    /// The field's text, or an empty one.
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    /// What none of a form's fields shows.
    public String rest(String... shown) {
        if (!whole.isEmpty()) {
            return whole;
        }
        var left = new HashMap<>(fields);
        for (var name : shown) {
            left.remove(name);
        }
        return left.isEmpty() ? "" : String.join(" ", left.values());
    }
}

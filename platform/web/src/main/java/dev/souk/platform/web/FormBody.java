package dev.souk.platform.web;

import dev.souk.platform.route.Form;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads `application/x-www-form-urlencoded`.
final class FormBody {
    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 200;

    private FormBody() {}

    static void requireForm(@Nullable String contentType) {
        var text = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!text.equals(MEDIA_TYPE) && !text.equals(MEDIA_TYPE + ";charset=utf-8")) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as " + MEDIA_TYPE + " in UTF-8.")
                    .header("Accept", MEDIA_TYPE)
                    .halt();
        }
    }

    static Form read(byte[] bytes) {
        var fields = new LinkedHashMap<String, List<String>>();
        var pairs = bytes.length == 0 ? new String[0] : new String(bytes, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw malformed();
        }
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            var name = decoded(at < 0 ? pair : pair.substring(0, at));
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(at < 0 ? "" : decoded(pair.substring(at + 1)));
        }
        fields.replaceAll((_, values) -> List.copyOf(values));
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (Json.storable(decoded)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like any other text that cannot be stored
        }
        throw malformed();
    }

    private static Problem.Halt malformed() {
        return Problem.of(400, "MALFORMED_FORM", "The body is not a well-formed form.").halt();
    }
}

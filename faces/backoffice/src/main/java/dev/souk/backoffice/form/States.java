package dev.souk.backoffice.form;

import dev.souk.pages.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How states and codes are said and coloured.
public final class States {
    private States() {}

    /// The colour of a badge.
    public static String kind(String state) {
        return switch (state) {
            case "CAPTURED", "COMPLETED", "DONE", "ACTIVE", "SENT", "DELIVERED", "READY", "PROCESSED", "ACCEPT", "COMMITTED" -> "good";
            case "ON_HOLD", "ACTION_REQUIRED", "CAPTURE_FAILED", "PARTLY_REFUNDED", "AWAITING_APPROVAL", "SUSPENDED", "QUEUED", "VOID_PENDING",
                    "COOLING_OFF", "WAITING", "RETRY", "REVIEW" -> "warn";
            case "CANCELLED", "FAILED", "REJECTED", "REJECT", "ERASED", "DISABLED", "SUPPRESSED", "BOUNCED" -> "bad";
            default -> "";
        };
    }

    /// The text of a code of a kind, or the code itself when it is newer than the texts.
    public static String said(Words words, String kind, String code) {
        var key = kind + "." + code;
        return words.knows(key) ? words.say(key) : code;
    }

    /// For a choice: all of them, said.
    public static List<Map.Entry<String, String>> choice(Words words, String kind, List<String> codes) {
        return codes.stream().map(code -> Map.entry(code, said(words, kind, code))).toList();
    }

    /// The same with "all" before them, as an empty value.
    public static List<Map.Entry<String, String>> filter(Words words, String kind, List<String> codes) {
        return Stream.concat(Stream.of(Map.entry("", words.say("form.all"))), choice(words, kind, codes).stream()).toList();
    }
}

package dev.souk.backoffice.goods;

import dev.souk.pages.Turn;
import dev.souk.pages.work.Amounts;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields of forms as the API wants them.
public final class Forms {
    private Forms() {}

    /// @throws Entered.Mistake when it is no amount
    public static long amount(Turn turn, String name, String currency) {
        return Amounts.minor(turn.fields().get(name), currency)
                .orElseThrow(() -> new Entered.Mistake(name, turn.words().say("field.amount")));
    }

    /// Null when the field is empty.
    public static @Nullable Long amountOrNull(Turn turn, String name, String currency) {
        return turn.fields().filled(name).isEmpty() ? null : (Long) amount(turn, name, currency);
    }

    public static long number(Turn turn, String name) {
        var text = turn.fields().get(name);
        if (!text.matches("-?\\d{1,9}")) {
            throw new Entered.Mistake(name, turn.words().say("field.number"));
        }
        return Long.parseLong(text);
    }

    public static @Nullable Long numberOrNull(Turn turn, String name) {
        return turn.fields().filled(name).isEmpty() ? null : (Long) number(turn, name);
    }

    public static @Nullable Instant timeOrNull(Turn turn, String name) {
        var text = turn.fields().get(name);
        return text.isEmpty()
                ? null
                : Times.read(text).orElseThrow(() -> new Entered.Mistake(name, turn.words().say("field.time")));
    }

    /// `colour: red`, one a line.
    public static Map<String, String> pairs(Turn turn, String name) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : turn.fields().get(name).lines().filter(text -> !text.isBlank()).toList()) {
            var parts = line.split(":", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new Entered.Mistake(name, turn.words().say("field.pairs"));
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        }
        return pairs;
    }
}

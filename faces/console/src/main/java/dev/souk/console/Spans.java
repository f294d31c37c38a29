package dev.souk.console;

import dev.souk.pages.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as operators read them.
public final class Spans {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private Spans() {}

    /// Time of day to the millisecond, UTC.
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    /// Two figures at most: `350 ms`, `12 s`, `5 min 10 s`.
    public static String text(Words words, long millis) {
        var span = Duration.ofMillis(millis);
        if (millis < 1_000) {
            return words.say("span.ms", millis);
        }
        if (millis < 60_000) {
            return words.say("span.s", span.toSeconds());
        }
        if (millis < 3_600_000) {
            return two(words, "span.min", span.toMinutes(), "span.s", span.toSecondsPart());
        }
        return millis < 86_400_000
                ? two(words, "span.h", span.toHours(), "span.min", span.toMinutesPart())
                : two(words, "span.d", span.toDays(), "span.h", span.toHoursPart());
    }

    private static String two(Words words, String large, long many, String small, long few) {
        var first = words.say(large, many);
        return few == 0 ? first : first + " " + words.say(small, few);
    }
}

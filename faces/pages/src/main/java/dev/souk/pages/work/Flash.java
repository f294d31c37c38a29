package dev.souk.pages.work;

import dev.souk.pages.Cookie;
import dev.souk.pages.Turn;
import dev.souk.pages.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One message for the next page: said after a form was taken, shown once. It travels in a cookie, so nothing personal
/// belongs in it.
///
/// @param kind good, warn or bad
/// @param key of the text
public record Flash(String kind, String key, List<String> arguments) {
    private static final Cookie COOKIE = new Cookie("flash", Duration.ofMinutes(2));
    private static final String BETWEEN = "\u001f";
    private static final int LONGEST = 300;

    public Flash {
        arguments = List.copyOf(arguments);
    }

    /// It has been done.
    public static void done(Turn turn, String key, String... arguments) {
        new Flash("good", key, List.of(arguments)).leave(turn);
    }

    /// It has not been done, or not as one might think.
    public static void warn(Turn turn, String key, String... arguments) {
        new Flash("warn", key, List.of(arguments)).leave(turn);
    }

    private void leave(Turn turn) {
        var parts = new ArrayList<>(List.of(kind, key));
        arguments.forEach(argument -> parts.add(argument.substring(0, Math.min(LONGEST, argument.length()))));
        var bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        turn.remember(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Takes the message that the page before has left.
    static Optional<Flash> take(Turn turn) {
        var left = turn.cookie(COOKIE);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        turn.forget(COOKIE);
        return left.flatMap(Flash::read).filter(flash -> turn.words().knows(flash.key()));
    }

    private static Optional<Flash> read(String text) {
        try {
            var parts = Arrays.asList(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, 12));
            return parts.size() < 2 || !parts.getFirst().matches("good|warn|bad")
                    ? Optional.empty()
                    : Optional.of(new Flash(parts.get(0), parts.get(1), parts.subList(2, parts.size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text(Words words) {
        return words.say(key, arguments.toArray());
    }
}

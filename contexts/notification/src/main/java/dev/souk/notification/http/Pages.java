package dev.souk.notification.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.souk.notification.channel.Outgoing;
import dev.souk.notification.channel.StandInInbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The few pages of this context.
final class Pages {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", java.util.Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Template LIST = compiled("inbox.html");
    private static final Template ONE = compiled("inbox-message.html");
    private static final Template SHORT = compiled("unsubscribe.html");

    private Pages() {}

    private static Template compiled(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/notification/pages/" + name)) {
            var text = new String(
                    Objects.requireNonNull(in, () -> name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
            return Mustache.compiler().defaultValue("").compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ask() {
        return SHORT.execute(Map.of("ask", true));
    }

    static String ended() {
        return SHORT.execute(Map.of("ask", false));
    }

    static String inbox(List<StandInInbox.Kept> kept, long taken) {
        return LIST.execute(Map.of(
                "messages", kept.stream().map(Pages::line).toList(),
                "empty", kept.isEmpty(),
                "kept", String.valueOf(kept.size()),
                "taken", String.valueOf(taken)));
    }

    private static Map<String, Object> line(StandInInbox.Kept one) {
        var message = one.message();
        return Map.of(
                "id", message.id().toString(),
                "at", AT.format(one.at()),
                "channel", message.channel().name(),
                "address", message.address(),
                "template", message.template(),
                "title", message.letter().subject(),
                "notice", message.letter().notice());
    }

    static String message(StandInInbox.Kept one) {
        var values = new java.util.HashMap<>(line(one));
        values.put("mail", mail(one.message()));
        values.put("text", mail(one.message()) ? one.message().letter().text() : one.message().letter().notice());
        values.put("unsubscribe", one.message().unsubscribe() == null ? false : one.message().unsubscribe());
        return ONE.execute(values);
    }

    private static boolean mail(Outgoing message) {
        return !message.letter().html().isEmpty();
    }
}

package dev.souk.identity.http;

import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The look of the sign-in pages: the design system's own style sheet and type, and a few lines more. They are served
/// here too, because identity may run where no face does.
public final class StyleRoutes {
    public List<Route<?, ?>> routes() {
        var style = text("souk.css").replace("asset:text.woff2", "/sign-in/text.woff2").replace("asset:display.woff2", "/sign-in/display.woff2")
                + text("sign-in.css");
        return List.of(
                asset("//sign-in.css", "text/css;charset=utf-8", style.getBytes(StandardCharsets.UTF_8), 3_600),
                asset("//sign-in/text.woff2", "font/woff2", bytes("figtree-latin.woff2"), 604_800),
                asset("//sign-in/display.woff2", "font/woff2", bytes("bricolage-latin.woff2"), 604_800),
                asset("//sign-in/favicon.svg", "image/svg+xml", bytes("favicon.svg"), 604_800));
    }

    private static Route<?, ?> asset(String path, String type, byte[] content, int seconds) {
        return Route.get(path).answers(200, byte[].class).everyone().rate(Route.Rate.UNLIMITED).summary("The look of the sign-in pages.")
                .free(_ -> Answer.of(content).header("Content-Type", type).header("Cache-Control", "public, max-age=" + seconds));
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (var file = Objects.requireNonNull(StyleRoutes.class.getResourceAsStream("look/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

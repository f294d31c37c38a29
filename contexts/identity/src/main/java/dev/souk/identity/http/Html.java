package dev.souk.identity.http;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The frame of the sign-in pages. Everything that is not written here passes [#text].
final class Html {
    private static final Pattern BACK = Pattern.compile("(?:^|[?&])(?:post_logout_)?redirect_uri=([^&]*)");
    private static final String MARK =
            "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect width=\"32\" height=\"32\" rx=\"9\" fill=\"#4a3fc4\"/>"
                    + "<path d=\"M8 26V15a8 8 0 0 1 16 0v11h-4.5V15a3.5 3.5 0 0 0-7 0v11z\" fill=\"#fff\"/>"
                    + "<circle cx=\"16\" cy=\"23.5\" r=\"2.5\" fill=\"#f6c560\"/></svg>";
    private static final String ALERT =
            "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"9\"/>"
                    + "<path d=\"M12 7.5v5.5M12 16.2v.1\"/></svg>";

    /// What every page shows around its content.
    ///
    /// @param look `light`, `dark` or `device`
    record Frame(Phrases phrases, String shop, String look) {}

    private Html() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    static String page(Frame frame, String title, String body) {
        return """
                <!doctype html>
                <html lang="%s" data-look="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <meta name="color-scheme" content="light dark">
                <title>%s · %s</title>
                <link rel="preload" href="/sign-in/text.woff2" as="font" type="font/woff2" crossorigin>
                <link rel="preload" href="/sign-in/display.woff2" as="font" type="font/woff2" crossorigin>
                <link rel="stylesheet" href="/sign-in.css">
                <link rel="icon" href="/sign-in/favicon.svg" type="image/svg+xml">
                </head>
                <body class="door">
                <a class="skip" href="#content">%s</a>
                <header><a class="brand" href="/">%s%s</a></header>
                <main id="content" tabindex="-1"><div class="panel stack">
                <h1>%s</h1>
                %s
                </div></main>
                </body>
                </html>
                """.formatted(
                frame.phrases().tag(), frame.look(), text(title), text(frame.shop()), text(frame.phrases().say("skip")), MARK,
                text(frame.shop()), text(title), body);
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + text(value) + "\">\n";
    }

    /// @param action where it is sent
    /// @param fields made here
    /// @param button what it says
    static String form(String action, String fields, String button) {
        return """
                <form method="post" action="%s" class="stack">
                %s
                <button class="button wide">%s</button>
                </form>
                """.formatted(action, fields, text(button));
    }

    /// @param more further attributes, written here
    static String field(String label, String name, String type, String more) {
        return """
                <div class="field"><label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" required %4$s></div>
                """.formatted(name, text(label), type, more);
    }

    static String paragraph(String plain) {
        return "<p>" + text(plain) + "</p>\n";
    }

    static String soft(String plain) {
        return "<p class=\"soft small\">" + text(plain) + "</p>\n";
    }

    static String link(String address, String plain) {
        return "<a class=\"link\" href=\"" + text(address) + "\">" + text(plain) + "</a>";
    }

    static String alert(Optional<String> message) {
        return message.map(some -> "<div class=\"note bad\" role=\"alert\">" + ALERT + "<p>" + text(some) + "</p></div>\n").orElse("");
    }

    /// As SVG, so that nothing outside of the page is asked.
    static String qr(String content, String label) {
        var code = QrCode.encodeText(content, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" role=\"img\" aria-label=\"" + text(label) + "\" viewBox=\"-2 -2 " + (code.size + 4) + " "
                + (code.size + 4) + "\" shape-rendering=\"crispEdges\"><path d=\"" + path + "\"/></svg>\n";
    }

    /// Forms are sent here, and may end at the client whose request it is.
    static String policy(String goOn) {
        var ends = BACK.matcher(goOn);
        var client = ends.find() ? origin(ends.group(1)) : "";
        return "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self'" + client;
    }

    private static String origin(String encoded) {
        try {
            var uri = URI.create(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            var known = List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null
                    && uri.getHost().matches("[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]");
            return known ? " " + uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

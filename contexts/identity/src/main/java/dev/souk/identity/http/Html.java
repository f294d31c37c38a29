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
    private static final Pattern BACK = Pattern.compile("(?:^|[?&])redirect_uri=([^&]*)");

    private Html() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s - Souk</title>
                <link rel="stylesheet" href="/sign-in.css">
                </head>
                <body>
                <main>
                <p class="mark" aria-hidden="true">Souk</p>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(text(title), text(title), body);
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + text(value) + "\">\n";
    }

    /// @param more further attributes, written here
    static String field(String label, String name, String type, String more) {
        return """
                <label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" required %4$s>
                """.formatted(name, text(label), type, more);
    }

    static String alert(Optional<String> message) {
        return message.map(some -> "<p class=\"alert\" role=\"alert\">" + text(some) + "</p>\n").orElse("");
    }

    /// As SVG, so that nothing outside of the page is asked.
    static String qr(String content) {
        var code = QrCode.encodeText(content, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" role=\"img\" aria-label=\"QR code for the authenticator app\" viewBox=\"-2 -2 " + (code.size + 4) + " "
                + (code.size + 4) + "\"><path d=\"" + path + "\"/></svg>";
    }

    /// Forms are sent here, and may end at the client whose request it is.
    static String policy(String goOn) {
        var ends = BACK.matcher(goOn);
        var client = ends.find() ? origin(ends.group(1)) : "";
        return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'" + client;
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

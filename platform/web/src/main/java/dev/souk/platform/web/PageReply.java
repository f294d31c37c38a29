package dev.souk.platform.web;

import dev.souk.platform.face.Shown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A page on its way out: packed where the browser can unpack it.
final class PageReply extends Reply {
    private static final int WORTH_PACKING = 1_000;

    private final List<Shown.Header> more;

    private PageReply(Shown.Page page, byte[] body) {
        super(page.status(), Map.of(), null, body);
        this.more = page.headers();
    }

    static PageReply of(Shown.Page page, HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        var html = page.headers().stream()
                .anyMatch(header -> header.name().equals("Content-Type") && header.value().startsWith("text/html"));
        if (!html || page.body().length < WORTH_PACKING || accepted == null || !accepted.contains("gzip")) {
            return new PageReply(page, page.body());
        }
        var headers = new ArrayList<>(page.headers());
        headers.add(new Shown.Header("Content-Encoding", "gzip"));
        return new PageReply(new Shown.Page(page.status(), headers, page.body()), packed(page.body()));
    }

    private static byte[] packed(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(bytes, 8192)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        head(response);
        for (var header : more) {
            if (header.name().equals("Set-Cookie")) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
        }
        if (status() == 204 || status() == 304) {
            return;
        }
        response.setContentLength(body().length);
        if (body().length > 0 && !"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body());
        }
    }
}

package dev.souk.platform.web;

import dev.souk.platform.face.Shown;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/// An answer whose bytes are ready: written once, with its length.
class Reply implements ServerResponse {
    private static final byte[] EMPTY = {};

    private final int status;
    private final Map<String, String> headers;
    private final @Nullable String type;
    private final byte[] body;
    private String correlation = "";
    private boolean cacheable;
    private List<dev.souk.platform.route.Cookie> cookies = List.of();
    private List<Shown.Header> added = List.of();

    Reply(int status, Map<String, String> headers, @Nullable String type, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.type = type;
        this.body = body;
    }

    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, headers, null, EMPTY);
    }

    Reply correlation(String id) {
        correlation = id;
        return this;
    }

    /// Anyone may see it: a cache may keep it, but has to ask again.
    Reply cacheable() {
        cacheable = true;
        return this;
    }

    Reply cookies(List<dev.souk.platform.route.Cookie> set) {
        cookies = set;
        return this;
    }

    /// What the page says that passes this answer on.
    Reply adding(List<Shown.Header> headers) {
        added = headers;
        return this;
    }

    List<Shown.Header> added() {
        return added;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> plainHeaders() {
        return headers;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(status);
    }

    @Override
    public HttpHeaders headers() {
        var all = new HttpHeaders();
        headers.forEach(all::set);
        return all;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        write(request, response);
        return null;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        head(response);
        if (status == 204 || status == 304) {
            return;
        }
        if (type != null) {
            response.setContentType(type);
        }
        response.setContentLength(body.length);
        if (body.length > 0 && !"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    final void head(HttpServletResponse response) {
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", cacheable ? "no-cache" : "no-store");
        if (!correlation.isEmpty()) {
            response.setHeader("Correlation-Id", correlation);
        }
        headers.forEach(response::setHeader);
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie.header()));
        added.forEach(header -> response.addHeader(header.name(), header.value()));
    }
}

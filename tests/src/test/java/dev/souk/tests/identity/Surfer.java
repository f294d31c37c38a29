package dev.souk.tests.identity;

import dev.souk.tests.souk.Confided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser with cookies that fills in forms and follows redirects as long as they stay on the platform.
final class Surfer implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    /// The JDK's own keeper quotes values of cookies with a Max-Age, which no browser does.
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private final URI root;

    /// @param at where the last page was, or where the platform sent the browser away to
    record Page(URI at, int status, String text, HttpResponse<String> response) {}

    Surfer(URI root) {
        this.root = root;
    }

    Page open(String path) {
        return follow(root.resolve(path), HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    /// What is kept under this name, or nothing.
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void drop(String name) {
        cookies.remove(name);
    }

    /// Sends the form of a page with its hidden fields.
    Page submit(Page page, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page.text()).results().forEach(found -> all.put(found.group(1), found.group(2).replace("&amp;", "&")));
        all.putAll(fields);
        var action = ACTION.matcher(page.text()).results().findFirst().orElseThrow(() -> new AssertionError("no form: " + page.text()));
        return post(action.group(1), all);
    }

    Page post(String path, Map<String, String> fields) {
        return post(path, fields, Map.of());
    }

    /// As a page of the platform itself sends a form.
    Page send(String path, Map<String, String> fields) {
        return post(path, fields, Map.of("Origin", root.getScheme() + "://" + root.getAuthority()));
    }

    private Page post(String path, Map<String, String> fields, Map<String, String> headers) {
        fields.forEach(Confided::member);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return follow(root.resolve(path), request);
    }

    private Page follow(URI address, HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream().map(line -> line.split(";", 2)[0].split("=", 2))
                    .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
            if (response.statusCode() != 303) {
                return new Page(address, response.statusCode(), response.body(), response);
            }
            var next = address.resolve(response.headers().firstValue("Location").orElseThrow());
            return next.getAuthority().equals(root.getAuthority()) && !next.getPath().equals("/")
                    ? follow(next, HttpRequest.newBuilder(next).GET())
                    : new Page(next, 303, "", response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package dev.souk.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform's public API as one caller uses it.
record Api(HttpClient http, URI address, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    HttpResponse<String> send(String method, String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String type, String body) throws IOException, InterruptedException {
        return send(method, path, type, body, Map.of());
    }

    /// What is there already is no failure.
    void post(String path, Object body) throws IOException, InterruptedException {
        var answer = send("POST", path, "application/json", JSON.writeValueAsString(body));
        if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
            throw new IOException("POST " + path + ": " + answer.body());
        }
    }

    JsonNode ask(String method, String path, Object body, Map<String, String> headers) throws IOException, InterruptedException {
        var answer = send(method, path, "application/json", body.equals("") ? "" : JSON.writeValueAsString(body), headers);
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode ask(String method, String path, Object body) throws IOException, InterruptedException {
        return ask(method, path, body, Map.of());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "");
    }
}

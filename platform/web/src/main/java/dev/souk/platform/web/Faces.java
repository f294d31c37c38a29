package dev.souk.platform.web;

import dev.souk.platform.face.Face;
import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The faces of this process: what no route answers is for them.
final class Faces {
    private static final List<String> NOT_FOR_PEOPLE = List.of("/api/", "/webhooks/", "/actuator/");

    private final List<Face> faces;
    private final Inside inside;
    private final MeterRegistry meters;

    Faces(List<Face> faces, Inside inside, MeterRegistry meters) {
        this.faces = faces.stream()
                .sorted(Comparator.comparingInt((Face face) -> face.home().length()).reversed())
                .toList();
        this.inside = inside;
        this.meters = meters;
    }

    /// Whose page this address is.
    @Nullable Face at(String path) {
        if (NOT_FOR_PEOPLE.stream().anyMatch(path::startsWith)) {
            return null;
        }
        return faces.stream()
                .filter(face -> face.home().isEmpty() || path.equals(face.home()) || path.startsWith(face.home() + "/"))
                .findFirst()
                .orElse(null);
    }

    Reply answer(Face face, String path, HttpServletRequest request) {
        var started = System.nanoTime();
        var journey = Journey.of(request);
        var reply = reply(face, path, request, journey).correlation(journey.correlation().toString());
        meters.timer("souk.pages", "face", face.name(), "status", reply.status() / 100 + "xx")
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        return reply;
    }

    private Reply reply(Face face, String path, HttpServletRequest request, Journey journey) {
        try {
            var most = face.most(request.getMethod(), path);
            var body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                return Problem.of(413, "BODY_TOO_LARGE", "The form is too large.")
                        .header("Connection", "close")
                        .reply(path, journey.correlation());
            }
            return switch (face.answer(visit(path, request, body), inside.of(request, journey))) {
                case Shown.Page page -> PageReply.of(page, request);
                case Shown.Relayed(var call, var headers) ->
                    inside.reply(new InsideRequest(request, call, journey)).adding(headers);
            };
        } catch (IOException | RuntimeException e) {
            return Failures.reply(e, request, journey);
        }
    }

    private static Visit visit(String path, HttpServletRequest request, byte[] body) {
        var headers = new HashMap<String, String>();
        request.getHeaderNames().asIterator().forEachRemaining(name -> {
            var value = request.getHeader(name);
            if (value != null && Json.storable(value)) {
                headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return new Visit(request.getMethod(), path, parameters(request), headers, body, request.isSecure());
    }

    /// Of the query string only: a form's fields are the face's to read.
    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        var query = request.getQueryString();
        var all = new HashMap<String, List<String>>();
        for (var pair : query == null || query.isEmpty() ? new String[0] : query.split("&", 200)) {
            var parts = pair.split("=", 2);
            try {
                var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                var value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                if (Json.storable(name) && Json.storable(value)) {
                    all.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
                }
            } catch (IllegalArgumentException e) {
                // a broken escape is no parameter
            }
        }
        return all;
    }
}

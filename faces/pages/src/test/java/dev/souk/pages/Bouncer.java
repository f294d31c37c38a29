package dev.souk.pages;

import dev.souk.platform.face.Api;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// An API with a token endpoint that knows one person: as strict as the real one about what is used twice.
final class Bouncer implements Api {
    static final String ADA = "0195c000-0000-7000-8000-000000000001";

    final List<Call> calls = new ArrayList<>();
    final AtomicInteger renewals = new AtomicInteger();
    final Set<String> ended = new HashSet<>();
    String nonce = "";
    String roles = "\"CUSTOMER\"";
    boolean out;
    private String refresh = "r0";

    @Override
    public synchronized Answer call(Call call) {
        calls.add(call);
        return switch (call.target()) {
            case "/oauth2/token" -> out ? json(503, "{}") : tokens(form(call));
            case "/oauth2/revoke" -> {
                ended.add(form(call).getOrDefault("token", ""));
                yield json(200, "{}");
            }
            case "/userinfo" -> json(200, "{\"email\":\"ada@shop.example\"}");
            case "/api/v1/open" -> answer(call, "{\"text\":\"open\"}");
            case "/api/v1/mine" -> call.headers().containsKey("Authorization")
                    ? answer(call, "{\"text\":\"mine\"}")
                    : json(401, "{\"code\":\"UNAUTHENTICATED\"}");
            default -> json(404, "{\"code\":\"NOT_FOUND\"}");
        };
    }

    private Answer answer(Call call, String body) {
        var token = call.headers().getOrDefault("Authorization", "");
        return ended.contains(token) ? json(401, "{\"code\":\"INVALID_TOKEN\"}") : json(200, body);
    }

    private Answer tokens(Map<String, String> form) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            if (!refresh.equals(form.get("refresh_token")) || ended.contains(refresh)) {
                return json(400, "{\"error\":\"invalid_grant\"}");
            }
            refresh = "r" + renewals.incrementAndGet();
        } else if (!"good".equals(form.get("code"))) {
            return json(400, "{\"error\":\"invalid_grant\"}");
        }
        return json(200, """
                {"access_token": "%s", "refresh_token": "%s", "id_token": "%s", "expires_in": 900, "token_type": "Bearer"}
                """.formatted(jwt("\"roles\":[" + roles + "],\"n\":" + renewals.get()), refresh, jwt("\"nonce\":\"" + nonce + "\"")));
    }

    static String jwt(String claims) {
        var text = "{\"sub\":\"" + ADA + "\"," + claims + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }

    static Map<String, String> form(Call call) {
        return pairs(new String(call.json(), StandardCharsets.UTF_8));
    }

    static Map<String, String> pairs(String text) {
        var all = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.souk.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.souk.platform.face.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Where a face gets tokens: the platform's token endpoint, which knows it by its name.
final class TokenDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TokenDesk.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String client;
    /// One browser may ask for several things at once when its token has ended: they share one renewal.
    private final Cache<String, Renewal> renewals =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    TokenDesk(String client) {
        this.client = client;
    }

    /// How a renewal ended.
    sealed interface Renewal {
        record Renewed(Tokens tokens) implements Renewal {}

        /// The session is over.
        record Over() implements Renewal {}

        /// Nobody could say; it may work the next time.
        record Unsaid() implements Renewal {}
    }

    /// Tokens for a code.
    ///
    /// @throws Refused when it is not good
    Tokens exchange(Turn turn, String code, String verifier, String redirect) {
        var answer = ask(turn.raw(), turn, "/oauth2/token", Map.of(
                "grant_type", "authorization_code", "code", code, "code_verifier", verifier, "redirect_uri", redirect,
                "client_id", client));
        if (answer.status() != 200) {
            throw Client.refused(answer);
        }
        return Tokens.of(JSON.readTree(answer.body()));
    }

    Renewal renew(Turn turn, String refresh) {
        var renewal = renewals.get(refresh, _ -> renewed(turn, refresh));
        if (renewal instanceof Renewal.Unsaid) {
            renewals.invalidate(refresh);
        }
        return renewal;
    }

    private Renewal renewed(Turn turn, String refresh) {
        var answer = ask(turn.raw(), turn, "/oauth2/token", Map.of(
                "grant_type", "refresh_token", "refresh_token", refresh, "client_id", client));
        if (answer.status() == 200) {
            return new Renewal.Renewed(Tokens.of(JSON.readTree(answer.body())));
        }
        if (answer.status() == 400 || answer.status() == 401) {
            return new Renewal.Over();
        }
        LOG.warn("a session could not be renewed: {}", answer.status());
        return new Renewal.Unsaid();
    }

    void end(Turn turn, String refresh) {
        var answer = ask(turn.raw(), turn, "/oauth2/revoke", Map.of("token", refresh, "client_id", client));
        if (answer.status() != 200) {
            LOG.warn("a session could not be ended: {}", answer.status());
        }
    }

    /// The first part of somebody's mail address.
    String name(Turn turn, String access) {
        var answer = turn.raw().call(new Api.Call("GET", "/userinfo", Map.of("Authorization", "Bearer " + access), new byte[0]));
        var email = answer.status() == 200 ? JSON.readTree(answer.body()).path("email").asString("") : "";
        return email.substring(0, Math.max(0, email.indexOf('@')));
    }

    private static Api.Answer ask(Api api, Turn turn, String path, Map<String, String> fields) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        turn.header("User-Agent").ifPresent(device -> headers.put("User-Agent", device));
        return api.call(new Api.Call("POST", path, headers, form(fields).getBytes(StandardCharsets.UTF_8)));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

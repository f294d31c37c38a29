package dev.souk.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a sign-in or a renewal brings.
///
/// @param id says who signed in, only to this face; empty when it was not asked for
record Tokens(String access, Duration life, String refresh, String id) {
    private static final JsonMapper JSON = new JsonMapper();

    static Tokens of(JsonNode answer) {
        return new Tokens(
                answer.path("access_token").asString(""), Duration.ofSeconds(answer.path("expires_in").asLong(0)),
                answer.path("refresh_token").asString(""), answer.path("id_token").asString(""));
    }

    /// What a token says. It comes from the platform itself or from a cookie of the visitor's own; whoever alters that
    /// sees more buttons, and the API refuses what is behind them.
    static Optional<JsonNode> claims(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Optional.of(JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    static Visitor visitor(String access, String name) {
        return claims(access)
                .flatMap(claims -> Turn.uuid(claims.path("sub").asString("")).map(id -> new Visitor(id, roles(claims), name)))
                .orElse(Visitor.GUEST);
    }

    private static Set<String> roles(JsonNode claims) {
        var roles = new HashSet<String>();
        claims.path("roles").forEach(role -> roles.add(role.asString("")));
        return roles;
    }
}

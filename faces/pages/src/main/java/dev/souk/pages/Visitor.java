package dev.souk.pages;

import dev.souk.platform.face.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A visitor with a token. What is read from it decides only what is shown: the API believes signatures, not this.
public record Visitor(String name, Set<String> roles, String token) {
    private static final Cookie COOKIE = new Cookie("token", Duration.ofHours(8));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Visitor {
        roles = Set.copyOf(roles);
    }

    static Optional<Visitor> in(Visit visit, boolean secure) {
        return COOKIE.in(visit, secure).flatMap(Visitor::read);
    }

    private static Optional<Visitor> read(String token) {
        var parts = token.split("\\.", 4);
        try {
            var claims = JSON.readTree(new String(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""), StandardCharsets.UTF_8));
            var roles = new HashSet<String>();
            claims.path("roles").forEach(role -> roles.add(role.asString("")));
            return Optional.of(new Visitor(claims.path("name").asString(claims.path("sub").asString("")), roles, token));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Visitor" + roles; // a token is a secret
    }
}

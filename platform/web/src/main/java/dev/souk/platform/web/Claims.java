package dev.souk.platform.web;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a caller from the claims of our own tokens.
public final class Claims {
    private Claims() {}

    /// @return null when the subject is no UUID
    public static @Nullable Caller caller(JWTClaimsSet claims) throws ParseException {
        var subject = Journey.uuid(claims.getSubject());
        return subject == null ? null : new Caller(subject, roles(strings(claims, "roles")), session(claims));
    }

    /// Roles of a later version are not an error, they only open nothing here.
    public static Set<Role> roles(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (names.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Caller.Session session(JWTClaimsSet claims) throws ParseException {
        var id = Journey.uuid(claims.getStringClaim("sid"));
        var at = signedInAt(claims);
        if (id == null && at == null) {
            return Caller.Session.NONE;
        }
        var sellers = new HashSet<UUID>();
        strings(claims, "sellers").stream().map(Journey::uuid).filter(Objects::nonNull).forEach(sellers::add);
        return new Caller.Session(id, at, Set.copyOf(strings(claims, "amr")), sellers, Set.copyOf(strings(claims, "locations")));
    }

    /// `auth_time`: seconds.
    public static @Nullable Instant signedInAt(JWTClaimsSet claims) {
        return claims.getClaim("auth_time") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
    }

    private static List<String> strings(JWTClaimsSet claims, String name) throws ParseException {
        var list = claims.getStringListClaim(name);
        return list == null ? List.of() : list;
    }
}

package dev.souk.platform.route;

import dev.souk.platform.messaging.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who calls, from the token and never from the body.
///
/// @param subject `sub` of the token; null for a guest
public record Caller(@Nullable UUID subject, Set<Role> roles, Session session) {
    public static final Caller GUEST = new Caller(null, Set.of(Role.GUEST));

    public Caller {
        roles = Set.copyOf(roles);
    }

    public Caller(@Nullable UUID subject, Set<Role> roles) {
        this(subject, roles, Session.NONE);
    }

    /// How the caller signed in, and what the roles are limited to.
    ///
    /// @param id the session that the token belongs to; null for tokens without one
    /// @param signedInAt when the caller last proved who it is
    /// @param methods how (RFC 8176): `pwd`, `otp`, `mfa`
    /// @param sellers a SELLER's own
    /// @param locations those of WAREHOUSE
    public record Session(
            @Nullable UUID id, @Nullable Instant signedInAt, Set<String> methods, Set<UUID> sellers, Set<String> locations) {
        public static final Session NONE = new Session(null, null, Set.of(), Set.of(), Set.of());

        public Session {
            methods = Set.copyOf(methods);
            sellers = Set.copyOf(sellers);
            locations = Set.copyOf(locations);
        }
    }

    /// For what needs a fresh sign-in.
    public boolean signedInSince(Instant earliest) {
        return session.signedInAt() != null && !session.signedInAt().isBefore(earliest);
    }

    public boolean has(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean staff() {
        return roles.stream().anyMatch(Role::staff);
    }

    public boolean is(@Nullable UUID customer) {
        return subject != null && subject.equals(customer);
    }

    public Actor actor() {
        if (subject == null) {
            return new Actor(Actor.Kind.GUEST, "guest");
        }
        var kind = has(Role.SERVICE) ? Actor.Kind.SERVICE : staff() ? Actor.Kind.STAFF : Actor.Kind.CUSTOMER;
        return new Actor(kind, subject.toString());
    }
}

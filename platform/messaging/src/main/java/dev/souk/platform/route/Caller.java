package dev.souk.platform.route;

import dev.souk.platform.messaging.Actor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who calls, from the token and never from the body.
///
/// @param subject `sub` of the token; null for a guest
public record Caller(@Nullable UUID subject, Set<Role> roles) {
    public static final Caller GUEST = new Caller(null, Set.of(Role.GUEST));

    public Caller {
        roles = Set.copyOf(roles);
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

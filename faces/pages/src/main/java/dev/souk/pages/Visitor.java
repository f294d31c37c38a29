package dev.souk.pages;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, as their token says. Good for what to show; what they may do is decided by the API at each call.
///
/// @param id null for a guest
/// @param name to greet them with; empty when none is known
public record Visitor(@Nullable UUID id, Set<String> roles, String name) {
    public static final Visitor GUEST = new Visitor(null, Set.of(), "");

    public Visitor {
        roles = Set.copyOf(roles);
    }

    public boolean signedIn() {
        return id != null;
    }

    /// Whether they have one of these roles.
    public boolean may(String... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }
}

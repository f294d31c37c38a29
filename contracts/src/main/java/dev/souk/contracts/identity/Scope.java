package dev.souk.contracts.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a role is limited to: one seller, or one location. Both null is no limit.
public record Scope(@Nullable UUID sellerId, @Nullable String locationId) {
    public static final Scope NONE = new Scope(null, null);
}

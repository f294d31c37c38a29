package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody is signed in, the last used first.
public record Sessions(List<View> items) {
    /// @param current the one of this browser
    public record View(Session session, boolean current) {}

    public record Session(
            UUID sessionId, String clientId, @Nullable String device, @Nullable String network, Instant signedInAt, Instant lastUsedAt) {}
}

package dev.souk.order.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open hold.
///
/// @param automatic placed by the platform itself, which also lifts it when its reason is gone
public record Hold(
        UUID id,
        HoldReason reason,
        Instant reviewBy,
        @Nullable String customerMessage,
        Instant placedAt,
        boolean automatic) {}

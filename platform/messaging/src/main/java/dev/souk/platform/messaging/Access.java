package dev.souk.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That somebody on the staff saw a person's data, as the person may be told.
public record Access(
        Instant at, String actorId, String roles, String action, String target, @Nullable Sealed<String> purpose) {}

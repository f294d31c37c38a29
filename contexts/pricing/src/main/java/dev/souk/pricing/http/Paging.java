package dev.souk.pricing.http;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Call;
import java.util.Optional;
import java.util.UUID;

/// Where a page of a list begins.
final class Paging {
    private static final UUID FIRST = new UUID(0, 0);
    static final Refusal BAD_CURSOR = Refusal.invalid("INVALID_AFTER", "after must be the next of an earlier page.");

    private Paging() {}

    /// The `after` of a call, the very first when absent; empty when it is no id.
    static Optional<UUID> after(Call<?> call) {
        var text = call.query("after");
        try {
            return Optional.of(text.map(UUID::fromString).orElse(FIRST));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

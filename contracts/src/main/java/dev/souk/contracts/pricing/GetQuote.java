package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The quote that checkouts were made with, as it was recorded: why was this price charged?
@MessageType(name = "GetQuote", version = "1.0", context = "pricing")
public record GetQuote(UUID quoteId) implements Query<Optional<GetQuote.Recorded>> {
    public record Recorded(Quote quote, List<Use> uses) {
        public Recorded {
            uses = List.copyOf(uses);
        }
    }

    /// One checkout that was made with the quote.
    public record Use(UUID checkoutId, UUID cartId, UUID orderId, Instant recordedAt) {}
}

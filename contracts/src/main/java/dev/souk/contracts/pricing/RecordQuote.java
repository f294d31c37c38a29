package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Keeps the quote that a checkout was made with, for ever and unchanged, so that every charged price can be
/// explained. The same quote and checkout again changes nothing.
@MessageType(name = "RecordQuote", version = "1.1", context = "pricing")
public record RecordQuote(Quote quote, UUID checkoutId, UUID cartId, UUID orderId) implements Command<UUID> {
    @Override
    public String key() {
        return quote().quoteId().toString();
    }
}

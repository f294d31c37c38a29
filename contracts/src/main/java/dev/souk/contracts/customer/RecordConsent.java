package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Grants or withdraws consent to a purpose (MARKETING, ANALYTICS, PERSONALISATION), to this version of the text.
@MessageType(name = "RecordConsent", version = "1.0", context = "customer")
public record RecordConsent(
        UUID customerId,
        String purpose,
        boolean granted,
        String textVersion) implements Command<Boolean> {
    @Override
    public String key() {
        return customerId().toString();
    }
}

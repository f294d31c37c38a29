package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.UUID;

/// What one context holds about a person. `part` is a JSON object of lists of records, `sha256` the hash of that text in
/// hexadecimal digits. Published by every context that holds personal data.
@MessageType(name = "DataExportPartReady", version = "1.0", context = MessageType.EVERYBODY)
public record DataExportPartReady(
        UUID requestId,
        UUID customerId,
        String context,
        int records,
        String sha256,
        Sealed<String> part) implements Event {
    /// Each context counts its own answers, customer beside what it says of the request itself.
    @Override
    public String key() {
        return requestId() + "/" + context();
    }
}

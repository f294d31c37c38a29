package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.LocalDate;
import java.util.UUID;

/// Every context that holds something about this person writes its part and answers DataExportPartReady.
@MessageType(name = "DataExportRequested", version = "1.0", context = "customer")
public record DataExportRequested(UUID requestId, UUID customerId, LocalDate dueBy) implements Event {
    @Override
    public String key() {
        return requestId().toString();
    }
}

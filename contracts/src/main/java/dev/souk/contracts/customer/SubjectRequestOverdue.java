package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A request of a person about her data has not ended in time. `kind` is EXPORT or ERASURE; `missing` names the contexts
/// that have not answered.
@MessageType(name = "SubjectRequestOverdue", version = "1.0", context = "customer")
public record SubjectRequestOverdue(
        UUID requestId,
        UUID customerId,
        String kind,
        Instant requestedAt,
        LocalDate dueBy,
        List<String> missing) implements Event {
    public SubjectRequestOverdue {
        missing = List.copyOf(missing);
    }

    @Override
    public String key() {
        return requestId().toString();
    }
}

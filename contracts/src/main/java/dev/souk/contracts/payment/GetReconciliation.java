package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of the comparison with the provider.
@MessageType(name = "GetReconciliation", version = "1.0", context = "payment")
public record GetReconciliation(UUID runId) implements Query<Optional<GetReconciliation.Run>> {
    public record Run(
            UUID runId,
            LocalDate day,
            String status,
            int matched,
            int mismatches,
            int pending,
            long difference,
            List<Item> items) {
        public Run {
            items = List.copyOf(items);
        }
    }

    public record Item(@Nullable UUID paymentId, @Nullable String reference, String kind, String detail, long difference) {}
}

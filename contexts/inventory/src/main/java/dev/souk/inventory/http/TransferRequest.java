package dev.souk.inventory.http;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves unreserved stock between two locations.
public record TransferRequest(
        @Nullable UUID transferId, @Nullable String from, @Nullable String to, @Nullable Integer quantity) {
    @Nullable Refusal problem() {
        return Input.first(
                Input.required("transferId", transferId),
                Input.location("from", from),
                Input.location("to", to),
                from != null && from.equals(to) ? Input.invalid("\"from\" and \"to\" are the same.") : null,
                Input.range("quantity", quantity, 1, Input.MOST_UNITS));
    }
}

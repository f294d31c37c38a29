package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.LocalDate;
import java.util.UUID;

/// Holds the provider's list of a day against ours. Answered by PaymentReconciled.
@MessageType(name = "ReconcilePayments", version = "1.0", context = "payment")
public record ReconcilePayments(LocalDate day) implements Command<UUID> {
    @Override
    public String key() {
        return day().toString();
    }
}

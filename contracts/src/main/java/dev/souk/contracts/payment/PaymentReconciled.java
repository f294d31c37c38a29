package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.LocalDate;

/// The provider's list of a day has been held against ours; `difference` is in minor units, over all currencies.
@MessageType(name = "PaymentReconciled", version = "1.0", context = "payment")
public record PaymentReconciled(LocalDate day, int matched, int mismatches, long difference) implements Event {
    @Override
    public String key() {
        return day().toString();
    }
}

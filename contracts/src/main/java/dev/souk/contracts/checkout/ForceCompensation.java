package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Gives a checkout up on an operator's word; possible until the order is asked for. Answers the new version; the note
/// is kept with the operator's id.
@MessageType(name = "ForceCompensation", version = "1.0", context = "checkout")
public record ForceCompensation(UUID checkoutId, long expectedVersion, String note) implements Command<Long> {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}

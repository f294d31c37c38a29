package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Moves the lines of one cart into another: quantities add up to the limit of a line. The same pair again changes
/// nothing. `by` must be the owner of the target, `from` of the source.
@MessageType(name = "MergeCarts", version = "1.0", context = "cart")
public record MergeCarts(
        UUID targetCartId,
        UUID sourceCartId,
        CartAccess by,
        CartAccess from) implements Command<CartChanged> {
    @Override
    public String key() {
        return targetCartId().toString();
    }
}

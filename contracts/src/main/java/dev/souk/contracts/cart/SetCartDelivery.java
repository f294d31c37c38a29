package dev.souk.contracts.cart;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where to and how; `email` is how to reach a guest. Absent members stay as they were. Handled
/// at once, never in a journal: it is in clear.
@MessageType(name = "SetCartDelivery", version = "1.0", context = "cart")
public record SetCartDelivery(
        UUID cartId,
        @Nullable Address address,
        @Nullable String shippingMethodId,
        @Nullable String email,
        @Nullable Long expectedVersion,
        CartAccess by) implements Confidential<CartChanged> {
    @Override
    public String key() {
        return cartId().toString();
    }
}

package dev.souk.contracts.order;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends an order elsewhere, before fulfilment and within the same country and region, because tax and shipping were
/// charged for those. Answers the version. Handled at once, never in a journal: the address is in clear.
@MessageType(name = "ChangeDeliveryAddress", version = "1.0", context = "order")
public record ChangeDeliveryAddress(UUID orderId, Address deliveryAddress, @Nullable Long expectedVersion)
        implements Confidential<Long> {
    @Override
    public String key() {
        return orderId().toString();
    }
}

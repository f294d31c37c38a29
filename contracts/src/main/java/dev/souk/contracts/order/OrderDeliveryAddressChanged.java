package dev.souk.contracts.order;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;

/// The order goes elsewhere; `addressRevision` counts from 1 at submission.
@MessageType(name = "OrderDeliveryAddressChanged", version = "2.0", context = "order")
public record OrderDeliveryAddressChanged(
        UUID orderId,
        int addressRevision,
        Sealed<String> previousPostalCode,
        Sealed<Address> deliveryAddress,
        String changedBy,
        Instant changedAt) implements Event {
    @Override
    public String key() {
        return orderId().toString();
    }
}

package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import org.jspecify.annotations.Nullable;

/// A shipping method costs something else in a zone (everywhere when null).
@MessageType(name = "ShippingTariffChanged", version = "1.0", context = "pricing")
public record ShippingTariffChanged(String methodId, @Nullable Zone zone, long version) implements Event {
    @Override
    public String key() {
        return methodId();
    }
}

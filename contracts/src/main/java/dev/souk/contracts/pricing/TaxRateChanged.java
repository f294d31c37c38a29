package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;

/// Another tax rate holds in a zone from an instant on.
@MessageType(name = "TaxRateChanged", version = "1.0", context = "pricing")
public record TaxRateChanged(Zone zone, String taxCategory, String rate, boolean inclusive, Instant from)
        implements Event {
    @Override
    public String key() {
        return zone().country() + "/" + taxCategory();
    }
}

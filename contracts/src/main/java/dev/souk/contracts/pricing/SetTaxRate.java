package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;

/// A tax rate holds in a zone from an instant on. Rates are never changed: a later `from` follows the earlier one.
///
/// @param rate decimal from 0 to 1, such as `0.20`
/// @param inclusive whether shown prices contain this tax
@MessageType(name = "SetTaxRate", version = "1.0", context = "pricing")
public record SetTaxRate(Zone zone, String taxCategory, String rate, boolean inclusive, Instant from)
        implements Command<Long> {
    @Override
    public String key() {
        return zone().country() + "/" + taxCategory();
    }
}

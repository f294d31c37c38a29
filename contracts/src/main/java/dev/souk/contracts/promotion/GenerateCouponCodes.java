package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// Makes random codes for a promotion that needs one. The same `batchId` again makes none.
///
/// @param count 1 to 100,000
/// @param length 8 to 20
/// @param singleUse each code is good for one order
@MessageType(name = "GenerateCouponCodes", version = "1.0", context = "promotion")
public record GenerateCouponCodes(UUID batchId, UUID promotionId, int count, int length, boolean singleUse)
        implements Command<UUID> {
    @Override
    public String key() {
        return batchId().toString();
    }
}

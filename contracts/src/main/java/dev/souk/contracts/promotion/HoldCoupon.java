package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes one use of every listed promotion for a checkout, all or none, without ever exceeding a limit in total or
/// per customer. Answered by CouponHeld or CouponRejected.
@MessageType(name = "HoldCoupon", version = "1.1", context = "promotion")
public record HoldCoupon(
        UUID holdId,
        UUID checkoutId,
        UUID orderId,
        UUID customerId,
        @Nullable String code,
        String quoteHash,
        int ttlSeconds,
        List<Use> uses) implements Command<UUID> {
    public HoldCoupon {
        uses = List.copyOf(uses);
    }

    @Override
    public String key() {
        return holdId().toString();
    }

    public record Use(UUID promotionId, @Nullable String code, long discount) {}
}

package dev.souk.checkout.domain;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.platform.messaging.NameBasedId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What a checkout is about; fixed when it begins. All ids that it hands out follow from its own id, so that a repeat
/// of anything carries the same ids.
///
/// @param coupon whether some promotion has limited uses, so that one must be held
/// @param points whether reward points are spent
public record Purchase(
        UUID checkoutId,
        UUID cartId,
        UUID orderId,
        UUID customerId,
        String placedBy,
        long total,
        String currency,
        boolean coupon,
        boolean points,
        Instant startedAt,
        Instant deadline) {
    /// One minute inside the 15 minutes for which stock and coupons are held.
    static final Duration LIMIT = Duration.ofMinutes(14);

    static Purchase of(CartCheckedOut cart, Instant now) {
        return new Purchase(
                cart.checkoutId(),
                cart.cartId(),
                cart.orderId(),
                cart.customerId(),
                cart.placedBy(),
                cart.total(),
                cart.currency(),
                cart.promotions().stream().anyMatch(CartCheckedOut.Promotion::needsHold),
                cart.points() != null,
                now,
                now.plus(LIMIT));
    }

    public UUID reservationId() {
        return NameBasedId.of(checkoutId, "reservation");
    }

    public UUID holdId() {
        return NameBasedId.of(checkoutId, "hold");
    }

    public UUID pointsHoldId() {
        return NameBasedId.of(checkoutId, "points");
    }

    public UUID paymentId() {
        return NameBasedId.of(checkoutId, "payment");
    }

    /// The id of a command of this checkout, the same whenever it is sent.
    public UUID commandId(String command) {
        return NameBasedId.of(checkoutId, command);
    }

    boolean takes(Step step) {
        return switch (step) {
            case HOLD_COUPON -> coupon;
            case HOLD_POINTS -> points;
            case RESERVE, AUTHORIZE, COMMIT, CREATE_ORDER -> true;
        };
    }
}

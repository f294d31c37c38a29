package dev.souk.checkout;

import dev.souk.checkout.domain.Course;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsRejected;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderRejected;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponRejected;
import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every message that moves a checkout, from the cart that begins it to the order that ends it. They all change the
/// same rows, so whatever has arrived is handled in one pass.
final class WhenAnsweredMoveCheckoutsOn {
    /// Everything that is listened to.
    static final List<Class<? extends Event>> EVENTS = List.of(
            CartCheckedOut.class,
            InventoryReserved.class,
            InventoryUnavailable.class,
            InventoryReservationExpired.class,
            ReservationCommitted.class,
            ReservationCommitRejected.class,
            InventoryReleased.class,
            CouponHeld.class,
            CouponRejected.class,
            CouponReleased.class,
            RewardPointsHeld.class,
            RewardPointsRejected.class,
            RewardPointsReleased.class,
            PaymentAuthorized.class,
            PaymentActionRequired.class,
            PaymentFailed.class,
            PaymentVoided.class,
            OrderCreated.class,
            OrderRejected.class);

    private final Moves moves;

    WhenAnsweredMoveCheckoutsOn(Moves moves) {
        this.moves = moves;
    }

    private record Heard(Message message, Tx tx) {}

    void batch(List<Received<Message>> batch, Tx tx) {
        move(batch.stream().map(received -> new Heard(received.message(), tx.because(received))).toList(), tx);
    }

    void react(Event event, Tx tx) {
        move(List.of(new Heard(event, tx)), tx);
    }

    private void move(List<Heard> all, Tx tx) {
        var ids = new LinkedHashSet<UUID>();
        all.stream().map(heard -> checkoutOf(heard.message())).filter(Objects::nonNull).forEach(ids::add);
        if (ids.isEmpty()) {
            return;
        }
        var round = moves.round(tx, ids);
        for (var heard : all) {
            hear(round, heard, tx);
        }
        round.finish();
    }

    private static void hear(Moves.Round round, Heard heard, Tx tx) {
        var id = checkoutOf(heard.message());
        var saga = id == null ? null : round.saga(id);
        if (saga != null) {
            round.turn(Course.on(saga, heard.message(), tx.now()), heard.tx());
        } else if (heard.message() instanceof CartCheckedOut cart) {
            round.begin(cart, Course.start(cart, tx.now()), heard.tx());
        }
    }

    /// Null when it is not about a checkout.
    private static @Nullable UUID checkoutOf(Message message) {
        return switch (message) {
            case CartCheckedOut e -> e.checkoutId();
            case InventoryReserved e -> e.checkoutId();
            case InventoryUnavailable e -> e.checkoutId();
            case InventoryReservationExpired e -> e.checkoutId();
            case ReservationCommitted e -> e.checkoutId();
            case ReservationCommitRejected e -> e.checkoutId();
            case InventoryReleased e -> e.checkoutId();
            case CouponHeld e -> e.checkoutId();
            case CouponRejected e -> e.checkoutId();
            case CouponReleased e -> e.checkoutId();
            case RewardPointsHeld e -> e.checkoutId();
            case RewardPointsRejected e -> e.checkoutId();
            case RewardPointsReleased e -> e.checkoutId();
            case PaymentAuthorized e -> e.checkoutId();
            case PaymentActionRequired e -> e.checkoutId();
            case PaymentFailed e -> e.checkoutId();
            case PaymentVoided e -> e.checkoutId();
            case OrderCreated e -> e.checkoutId();
            case OrderRejected e -> e.checkoutId();
            default -> null;
        };
    }
}

package dev.souk.checkout;

import dev.souk.contracts.Address;
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
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A checked-out cart and whatever the neighbours may say about it.
public record Replies(CartCheckedOut cart) {
    public static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    public static Replies toACart() {
        return to(UUID.randomUUID(), "CUSTOMER:somebody", List.of());
    }

    public static Replies toAGuestsCart() {
        return to(UUID.randomUUID(), "GUEST:guest", List.of());
    }

    public static Replies toACartWithACoupon() {
        var coupon = new CartCheckedOut.Promotion(UUID.randomUUID(), "TEN", 200, true);
        var automatic = new CartCheckedOut.Promotion(UUID.randomUUID(), null, 100, false);
        return to(UUID.randomUUID(), "CUSTOMER:somebody", List.of(coupon, automatic));
    }

    public static Replies toACartWithPoints() {
        var plain = toACartWithACoupon().cart();
        return new Replies(new CartCheckedOut(
                plain.eventId(), plain.occurredAt(), plain.cartId(), plain.customerId(), plain.items(), plain.subtotal(),
                plain.discount(), plain.shipping(), plain.tax(), plain.total(), plain.currency(), plain.checkoutId(),
                plain.orderId(), plain.cartVersion(), plain.quoteId(), plain.quoteHash(), plain.promotions(),
                plain.promotionCode(), plain.deliveryAddress(), plain.billingAddress(), plain.deliveryCountry(),
                plain.billingCountry(), plain.shippingMethodId(), plain.paymentMethodRef(), plain.returnUrl(), plain.email(),
                plain.channel(), plain.placedBy(), new CartCheckedOut.Points(50, 500)));
    }

    public static Replies to(UUID customer, String placedBy, List<CartCheckedOut.Promotion> promotions) {
        Sealed<Address> address = Sealed.of(customer, "YWRkcmVzcw");
        var item = new CartCheckedOut.Item(
                UUID.randomUUID(), UUID.randomUUID(), null, "85123A", "Heart holder", 6, 255, 0, 1530, 306);
        return new Replies(new CartCheckedOut(
                UUID.randomUUID(), AT, UUID.randomUUID(), customer, List.of(item), 1530, 0, 500, 306, 2336, "GBP",
                UUID.randomUUID(), UUID.randomUUID(), 7, UUID.randomUUID(), "hash", promotions,
                promotions.isEmpty() ? null : "TEN", address, address, "GB", "GB", "standard", "tok_visa", null,
                Sealed.of(customer, "ZW1haWw"), "WEB", placedBy, null));
    }

    public Replies checkedOutAt(Instant at) {
        var c = cart;
        return new Replies(new CartCheckedOut(
                c.eventId(), at, c.cartId(), c.customerId(), c.items(), c.subtotal(), c.discount(), c.shipping(),
                c.tax(), c.total(), c.currency(), c.checkoutId(), c.orderId(), c.cartVersion(), c.quoteId(),
                c.quoteHash(), c.promotions(), c.promotionCode(), c.deliveryAddress(), c.billingAddress(),
                c.deliveryCountry(), c.billingCountry(), c.shippingMethodId(), c.paymentMethodRef(), c.returnUrl(),
                c.email(), c.channel(), c.placedBy(), null));
    }

    public UUID id() {
        return cart.checkoutId();
    }

    /// As payment seals it.
    public Sealed<String> last4() {
        return Sealed.of(cart.customerId(), "NDI0Mg");
    }

    private UUID part(String name) {
        return NameBasedId.of(id(), name);
    }

    public InventoryReserved reserved() {
        return new InventoryReserved(
                part("reservation"), cart.orderId(), cart.cartId(), id(), List.of(), AT, AT.plus(Duration.ofMinutes(15)));
    }

    public InventoryUnavailable unavailable() {
        var item = new InventoryUnavailable.Item(cart.items().getFirst().productId(), "85123A", 6, 2);
        return new InventoryUnavailable(
                part("reservation"), cart.orderId(), cart.cartId(), id(), List.of(item), AT);
    }

    public InventoryReservationExpired reservationExpired() {
        return new InventoryReservationExpired(part("reservation"), id(), cart.orderId(), List.of(), AT);
    }

    public ReservationCommitted committed() {
        return new ReservationCommitted(part("reservation"), id(), cart.orderId(), AT);
    }

    public ReservationCommitRejected commitRejected() {
        return new ReservationCommitRejected(part("reservation"), id(), cart.orderId(), "EXPIRED", AT);
    }

    public InventoryReleased released() {
        return new InventoryReleased(part("reservation"), id(), cart.orderId(), "CHECKOUT_FAILED", List.of(), AT);
    }

    public CouponHeld held() {
        return new CouponHeld(part("hold"), id(), List.of(), AT);
    }

    public CouponRejected couponRejected() {
        return new CouponRejected(part("hold"), id(), null, "USED_UP");
    }

    public CouponReleased couponReleased() {
        return new CouponReleased(part("hold"), id(), List.of(), "CHECKOUT_FAILED");
    }

    public RewardPointsHeld pointsHeld() {
        return new RewardPointsHeld(part("points"), id(), cart.customerId(), 50, 500, "GBP", AT);
    }

    public RewardPointsRejected pointsRejected() {
        return new RewardPointsRejected(part("points"), id(), "NOT_ENOUGH");
    }

    public RewardPointsReleased pointsReleased() {
        return new RewardPointsReleased(part("points"), id(), 50, "CHECKOUT_FAILED");
    }

    public PaymentAuthorized authorized() {
        return new PaymentAuthorized(
                part("payment"), cart.orderId(), id(), cart.total(), "GBP", part("authorization"), "pi_1",
                new PaymentAuthorized.Method("CARD", "visa", last4()), AT, AT);
    }

    public PaymentActionRequired actionRequired() {
        return new PaymentActionRequired(part("payment"), id(), "THREE_DS", "https://psp/1", AT.plus(Duration.ofHours(1)));
    }

    public PaymentFailed declined() {
        return paymentFailed("CARD_DECLINED", null);
    }

    public PaymentFailed fraud() {
        return paymentFailed("PROCESSING_ERROR", "FRAUD_REJECTED");
    }

    public PaymentFailed captureFailed() {
        return new PaymentFailed(
                part("payment"), cart.orderId(), "CARD_DECLINED", AT, "CAPTURE", true, id(), null);
    }

    private PaymentFailed paymentFailed(String reason, @Nullable String detail) {
        return new PaymentFailed(part("payment"), cart.orderId(), reason, AT, "AUTHORIZE", false, id(), detail);
    }

    public PaymentVoided voided() {
        return new PaymentVoided(part("payment"), cart.orderId(), id(), cart.total(), "GBP", AT);
    }

    public OrderCreated ordered() {
        return new OrderCreated(
                cart.orderId(), cart.customerId(), cart.total(), "GBP", "created", List.of(), AT, 1530, 0, 500, 306,
                cart.cartId(), id(), part("reservation"), "ORD-00000042", "WEB", null);
    }

    public OrderRejected orderRejected() {
        return new OrderRejected(cart.orderId(), id(), "TOTAL_MISMATCH");
    }
}

package dev.souk.checkout.domain;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Command;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What each step asks of its neighbour, word for word.
final class Asks {
    private static final int HOLD_SECONDS = 900;
    private static final String FAILED = "CHECKOUT_FAILED";

    private Asks() {}

    static Command<?> reserveInventory(Saga saga, CartCheckedOut cart) {
        var purchase = saga.purchase();
        var items = cart.items().stream()
                .map(i -> new ReserveInventory.Item(i.productId(), i.variantId(), i.sku(), i.quantity()))
                .toList();
        return new ReserveInventory(
                purchase.reservationId(),
                purchase.cartId(),
                purchase.customerId(),
                purchase.checkoutId(),
                purchase.orderId(),
                items,
                HOLD_SECONDS,
                cart.deliveryCountry());
    }

    static Command<?> releaseInventory(Saga saga) {
        return new ReleaseInventory(saga.purchase().reservationId(), saga.checkoutId(), FAILED);
    }

    static Command<?> holdCoupon(Saga saga, CartCheckedOut cart) {
        var purchase = saga.purchase();
        var uses = cart.promotions().stream()
                .filter(CartCheckedOut.Promotion::needsHold)
                .map(p -> new HoldCoupon.Use(p.promotionId(), p.code(), p.discount()))
                .toList();
        return new HoldCoupon(
                purchase.holdId(),
                purchase.checkoutId(),
                purchase.orderId(),
                purchase.customerId(),
                cart.promotionCode(),
                cart.quoteHash(),
                HOLD_SECONDS,
                uses);
    }

    static Command<?> releaseCoupon(Saga saga) {
        return new ReleaseCoupon(saga.purchase().holdId(), saga.checkoutId(), FAILED);
    }

    static Command<?> reservePoints(Saga saga, CartCheckedOut cart) {
        var purchase = saga.purchase();
        var points = Objects.requireNonNull(cart.points());
        return new ReserveRewardPoints(
                purchase.pointsHoldId(),
                purchase.checkoutId(),
                purchase.orderId(),
                purchase.customerId(),
                points.points(),
                points.amount(),
                cart.currency(),
                HOLD_SECONDS);
    }

    static Command<?> releasePoints(Saga saga) {
        return new ReleaseRewardPoints(saga.purchase().pointsHoldId(), saga.checkoutId(), FAILED);
    }

    /// Also for a total of 0: Payment answers at once, and every order has a payment behind it.
    static Command<?> authorizePayment(Saga saga, CartCheckedOut cart) {
        var purchase = saga.purchase();
        var paymentId = purchase.paymentId();
        return new AuthorizePayment(
                paymentId,
                purchase.orderId(),
                purchase.checkoutId(),
                purchase.cartId(),
                purchase.customerId(),
                purchase.total(),
                purchase.currency(),
                cart.paymentMethodRef(),
                paymentId.toString(),
                cart.returnUrl(),
                cart.billingCountry());
    }

    static Command<?> voidPayment(Saga saga) {
        return new VoidPayment(saga.purchase().paymentId(), saga.checkoutId(), FAILED);
    }

    static Command<?> commitReservation(Saga saga, CartCheckedOut cart) {
        return new CommitReservation(saga.purchase().reservationId(), saga.checkoutId(), cart.orderId());
    }

    static Command<?> createOrder(Saga saga, CartCheckedOut cart) {
        var purchase = saga.purchase();
        var authorization = saga.authorization();
        return new CreateOrder(
                purchase.orderId(),
                purchase.cartId(),
                purchase.customerId(),
                purchase.checkoutId(),
                purchase.reservationId(),
                purchase.paymentId(),
                authorization == null ? null : authorization.authorizationId(),
                authorization == null ? null : authorization.method(),
                cart.quoteId(),
                cart.quoteHash(),
                cart.items().stream().map(Asks::orderItem).toList(),
                cart.subtotal(),
                cart.discount(),
                cart.shipping(),
                cart.tax(),
                cart.total(),
                cart.currency(),
                cart.deliveryAddress(),
                cart.billingAddress(),
                cart.deliveryCountry(),
                cart.billingCountry(),
                cart.shippingMethodId(),
                cart.promotions().stream().map(p -> orderPromotion(p, purchase)).toList(),
                cart.email(),
                cart.channel(),
                cart.placedBy(),
                orderPoints(cart.points(), purchase));
    }

    private static CreateOrder.@Nullable Points orderPoints(CartCheckedOut.@Nullable Points points, Purchase purchase) {
        return points == null ? null : new CreateOrder.Points(purchase.pointsHoldId(), points.points(), points.amount());
    }

    private static CreateOrder.Item orderItem(CartCheckedOut.Item i) {
        return new CreateOrder.Item(
                i.lineId(),
                i.productId(),
                i.variantId(),
                i.sku(),
                i.name(),
                i.quantity(),
                i.unitPrice(),
                i.discount(),
                i.net(),
                i.tax());
    }

    private static CreateOrder.Promotion orderPromotion(CartCheckedOut.Promotion p, Purchase purchase) {
        return new CreateOrder.Promotion(
                p.promotionId(), p.needsHold() ? purchase.holdId() : null, p.code(), p.discount());
    }
}

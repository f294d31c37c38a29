package dev.souk.notification.webhook;

import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.checkout.CheckoutCompleted;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.order.OrderStatusChanged;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The events that can be had outside.
public final class Offered {
    /// As records.
    public static final List<Class<? extends Event>> TYPES = List.of(
            OrderCreated.class, OrderConfirmed.class, OrderCancelled.class, OrderPlacedOnHold.class,
            OrderHoldReleased.class, OrderFulfilmentStarted.class, OrderStatusChanged.class, PaymentAuthorized.class,
            PaymentCaptured.class, PaymentFailed.class, PaymentRefunded.class, PaymentVoided.class,
            CheckoutCompleted.class, CheckoutFailed.class, CartAbandoned.class, ProductCreated.class,
            ProductUpdated.class, ProductPriceChanged.class, ProductStatusChanged.class, ProductDiscontinued.class,
            ProductDeleted.class, StockLevelChanged.class, InventoryDepleted.class, InventoryReplenished.class,
            LowStockAlert.class, PromotionActivated.class, PromotionExpired.class);

    private Offered() {}

    /// Their names, sorted.
    public static Set<String> names() {
        var names = new TreeSet<String>();
        TYPES.forEach(type -> names.add(type.getAnnotation(MessageType.class).name()));
        return names;
    }
}

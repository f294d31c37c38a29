package dev.souk.order.domain;

import dev.souk.contracts.order.CreateOrder;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What makes a CreateOrder acceptable. Answers a stable code for the first thing that is wrong.
///
/// @param maxTotal highest total of one order, in minor units
public record Acceptance(long maxTotal) {
    private static final int MAX_LINES = 5_000;
    private static final int MAX_TEXT = 500;

    /// Null when the order can be accepted.
    public @Nullable String problem(CreateOrder order) {
        if (order.items().isEmpty()) {
            return "ORDER_EMPTY";
        }
        if (order.items().size() > MAX_LINES) {
            return "TOO_MANY_LINES";
        }
        if (incomplete(order)) {
            return "INCOMPLETE";
        }
        if (tooMuchCard(order.payment())) {
            return "PAYMENT_INVALID";
        }
        if (!currency(order.currency())) {
            return "CURRENCY_INVALID";
        }
        try {
            var lines = linesProblem(order);
            return lines != null ? lines : sumsProblem(order);
        } catch (ArithmeticException e) {
            return "AMOUNT_TOO_LARGE";
        }
    }

    private static @Nullable String linesProblem(CreateOrder order) {
        var seen = new HashSet<UUID>();
        for (var item : order.items()) {
            if (missing(item.lineId(), item.productId()) || bad(item.sku()) || bad(item.name())) {
                return "INCOMPLETE";
            }
            if (!seen.add(item.lineId())) {
                return "LINE_TWICE";
            }
            if (item.quantity() < 1) {
                return "QUANTITY_TOO_SMALL";
            }
            if (item.unitPrice() < 0 || item.discount() < 0 || item.net() < 0 || item.tax() < 0) {
                return "NEGATIVE_AMOUNT";
            }
        }
        for (var promotion : order.promotions()) {
            if (missing(promotion.promotionId()) || promotion.discount() < 0) {
                return "PROMOTION_INVALID";
            }
        }
        return null;
    }

    private @Nullable String sumsProblem(CreateOrder order) {
        if (order.shipping() < 0 || order.tax() < 0 || order.discount() < 0 || order.total() < 0) {
            return "NEGATIVE_AMOUNT";
        }
        long gross = 0;
        long discount = 0;
        long units = 0;
        for (var item : order.items()) {
            gross = Math.addExact(gross, Math.multiplyExact(item.unitPrice(), (long) item.quantity()));
            discount = Math.addExact(discount, item.discount());
            units += item.quantity();
        }
        if (units > Integer.MAX_VALUE) {
            return "AMOUNT_TOO_LARGE";
        }
        if (Math.addExact(Math.addExact(goods(order), order.shipping()), order.tax()) != order.total()) {
            return "TOTAL_MISMATCH";
        }
        if (gross != order.subtotal()) {
            return "SUBTOTAL_MISMATCH";
        }
        if (discount != order.discount()) {
            return "DISCOUNT_MISMATCH";
        }
        return order.total() > maxTotal ? "ORDER_TOO_LARGE" : null;
    }

    /// What the lines come to, without tax and shipping.
    public static long goods(CreateOrder order) {
        long sum = 0;
        for (var item : order.items()) {
            sum = Math.addExact(sum, item.net());
        }
        return sum;
    }

    private static boolean incomplete(CreateOrder order) {
        return missing(
                        order.orderId(), order.cartId(), order.customerId(), order.checkoutId(), order.reservationId(),
                        order.paymentId(), order.quoteId())
                || bad(order.quoteHash())
                || bad(order.shippingMethodId())
                || bad(order.channel())
                || bad(order.placedBy())
                || order.deliveryAddress() == null
                || order.billingAddress() == null
                || !AddressRules.country(order.deliveryCountry())
                || !AddressRules.country(order.billingCountry());
    }

    /// Nothing that could be a card number is ever stored; what is sealed comes from the provider, and is four digits.
    private static boolean tooMuchCard(CreateOrder.@Nullable Payment payment) {
        return payment != null
                && (longer(payment.brand(), 40) || longer(payment.kind(), 40));
    }

    private static boolean longer(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static boolean missing(@Nullable UUID... ids) {
        for (var id : ids) {
            if (id == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean bad(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > MAX_TEXT;
    }

    private static boolean currency(@Nullable String code) {
        return code != null && code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}

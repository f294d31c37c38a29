package dev.souk.app;

import dev.souk.cart.CartContext;
import dev.souk.checkout.CheckoutContext;
import dev.souk.inventory.InventoryContext;
import dev.souk.order.OrderContext;
import dev.souk.payment.PaymentContext;
import dev.souk.platform.messaging.Context;
import dev.souk.pricing.PricingContext;
import dev.souk.product.ProductContext;
import dev.souk.promotion.PromotionContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The table of contexts. A context that is not in it does not exist.
final class Contexts {
    private static final Map<String, Supplier<Context>> ALL = new TreeMap<>(Map.of(
            "product", ProductContext::new,
            "inventory", InventoryContext::new,
            "pricing", PricingContext::new,
            "promotion", PromotionContext::new,
            "cart", CartContext::new,
            "checkout", CheckoutContext::new,
            "payment", PaymentContext::new,
            "order", OrderContext::new));

    private Contexts() {}

    /// @param names empty or `all` means every one
    static List<Context> named(List<String> names) {
        var wanted = new LinkedHashSet<>(names.isEmpty() || names.contains("all") ? ALL.keySet() : names);
        wanted.forEach(name -> {
            if (!ALL.containsKey(name)) {
                throw new StartException("there is no context '" + name + "'; there are " + String.join(", ", ALL.keySet()));
            }
        });
        return ALL.entrySet().stream()
                .filter(known -> wanted.contains(known.getKey()))
                .map(known -> known.getValue().get())
                .toList();
    }
}

package dev.souk.app;

import dev.souk.cart.CartContext;
import dev.souk.checkout.CheckoutContext;
import dev.souk.customer.CustomerContext;
import dev.souk.identity.IdentityContext;
import dev.souk.identity.Place;
import dev.souk.inventory.InventoryContext;
import dev.souk.notification.NotificationContext;
import dev.souk.order.OrderContext;
import dev.souk.payment.PaymentContext;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.platform.messaging.Context;
import dev.souk.pricing.PricingContext;
import dev.souk.product.ProductContext;
import dev.souk.promotion.PromotionContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The table of contexts. A context that is not in it does not exist.
final class Contexts {
    private static final Map<String, Function<Surroundings, Context>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("product", _ -> new ProductContext()),
            Map.entry("inventory", _ -> new InventoryContext()),
            Map.entry("pricing", _ -> new PricingContext()),
            Map.entry("promotion", _ -> new PromotionContext()),
            Map.entry("cart", _ -> new CartContext()),
            Map.entry("checkout", _ -> new CheckoutContext()),
            Map.entry("customer", _ -> new CustomerContext()),
            Map.entry("payment", around -> new PaymentContext(around.provider())),
            Map.entry("identity", around -> new IdentityContext(around.place())),
            Map.entry("order", _ -> new OrderContext()),
            Map.entry("notification", around -> new NotificationContext(around.place().address(), around.place().production()))));

    /// What contexts need to know of the program.
    record Surroundings(PaymentProvider provider, Place place) {}

    private Contexts() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static void requireKnown(List<String> names) {
        for (var name : names) {
            if (!name.equals("all") && !ALL.containsKey(name)) {
                throw new StartException("there is no context '" + name + "'; there are " + String.join(", ", ALL.keySet()));
            }
        }
    }

    /// New contexts, in the order of their names.
    ///
    /// @param names empty or `all` means every one
    static List<Context> named(List<String> names, Surroundings around) {
        var wanted = names.isEmpty() || names.contains("all") ? ALL.keySet() : Set.copyOf(names);
        return ALL.entrySet().stream()
                .filter(known -> wanted.contains(known.getKey()))
                .map(known -> known.getValue().apply(around))
                .toList();
    }
}

package dev.souk.cart;

import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Product;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.pricing.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lines of a cart as its owner sees them now.
final class CartLineViews {
    private final Map<UUID, Product> products;
    private final Map<UUID, Quote.Line> priced = new HashMap<>();
    private final Map<String, Long> left;

    /// @param left what is left of the skus that are short
    CartLineViews(Map<UUID, Product> products, @Nullable Quote quote, Map<String, Long> left) {
        this.products = products;
        this.left = left;
        if (quote != null) {
            quote.lines().forEach(line -> priced.put(line.lineId(), line));
        }
    }

    List<GetCart.Line> of(List<Line> lines) {
        return lines.stream().map(this::view).toList();
    }

    private GetCart.Line view(Line line) {
        var product = products.get(line.productId());
        var price = priced.get(line.lineId());
        var present = presentPrice(line, product, price);
        return new GetCart.Line(
                line.lineId(),
                line.productId(),
                line.variantId(),
                line.sku(),
                product == null ? line.name() : product.name(),
                line.quantity(),
                present,
                line.unitPrice(),
                line.negotiatedPrice() != null,
                price == null ? null : price.discount(),
                price == null ? null : price.net(),
                changed(line, product),
                left.containsKey(line.sku()),
                gone(line, product),
                left.get(line.sku()));
    }

    private static long presentPrice(Line line, @Nullable Product product, Quote.@Nullable Line price) {
        if (price != null) {
            return price.unitPrice();
        }
        if (line.negotiatedPrice() != null || product == null) {
            return line.unitPrice();
        }
        return product.offer(line.variantId()).map(offer -> offer.price()).orElse(line.unitPrice());
    }

    /// Compared is the catalogue's price with the catalogue's price, so that a volume price is not taken for a change.
    private static boolean changed(Line line, @Nullable Product product) {
        return line.negotiatedPrice() == null
                && product != null
                && product.offer(line.variantId())
                        .filter(offer -> offer.price() != line.unitPrice())
                        .isPresent();
    }

    private static boolean gone(Line line, @Nullable Product product) {
        return product != null
                && (!product.forSale() || product.offer(line.variantId()).isEmpty());
    }
}

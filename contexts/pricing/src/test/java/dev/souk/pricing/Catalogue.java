package dev.souk.pricing;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductPriceChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the catalogue says, and what a cart asks.
final class Catalogue {
    static final Instant THEN = Instant.parse("2026-01-05T09:00:00Z");
    static final Destination LONDON = new Destination("GB", null, "EC1A 1BB");

    private Catalogue() {}

    static ProductCreated created(UUID productId, String sku, long price, ProductCreated.Variant... variants) {
        return new ProductCreated(
                UUID.randomUUID(), THEN,
                new ProductCreated.Product(
                        productId, sku, "A thing", null, price, "GBP", null, "ACTIVE", null, List.of(variants), null,
                        null, 400));
    }

    static ProductCreated.Variant variant(UUID variantId, String sku, @Nullable Long price) {
        return new ProductCreated.Variant(variantId, sku, Map.of(), price);
    }

    static ProductPriceChanged repriced(UUID productId, String sku, long from, long to) {
        return new ProductPriceChanged(productId, null, sku, from, to, "GBP", THEN, "staff", null);
    }

    static CalculatePrice cart(CalculatePrice.Line... lines) {
        return cart(null, null, lines);
    }

    static CalculatePrice cart(@Nullable UUID customerId, @Nullable String code, CalculatePrice.Line... lines) {
        return new CalculatePrice(
                new UUID(3, 3), customerId, "WEB", "GBP", List.of(lines), code, "standard", LONDON, null);
    }

    static CalculatePrice.Line line(UUID productId, String sku, int quantity) {
        return new CalculatePrice.Line(UUID.randomUUID(), productId, null, sku, quantity, null);
    }

    static CalculatePrice.Line line(UUID productId, UUID variantId, String sku, int quantity) {
        return new CalculatePrice.Line(UUID.randomUUID(), productId, variantId, sku, quantity, null);
    }
}

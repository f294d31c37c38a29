package dev.souk.cart.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is remembered of a product of the catalogue.
///
/// @param version of the product when this was true
public record Product(
        UUID id,
        long version,
        String sku,
        String name,
        long price,
        String currency,
        String status,
        Map<UUID, Variant> variants) {
    public Product {
        variants = Map.copyOf(variants);
    }

    /// `price` null means the product's.
    public record Variant(String sku, @Nullable Long price) {}

    public boolean forSale() {
        return status.equals("ACTIVE");
    }

    /// The product itself, or one of its variants; empty when it has no such variant.
    public Optional<Offer> offer(@Nullable UUID variantId) {
        if (variantId == null) {
            return Optional.of(new Offer(id, null, sku, name, price, currency, forSale()));
        }
        return Optional.ofNullable(variants.get(variantId))
                .map(v -> new Offer(
                        id, variantId, v.sku(), name, v.price() == null ? price : v.price(), currency, forSale()));
    }

    public Product at(long otherVersion) {
        return new Product(id, otherVersion, sku, name, price, currency, status, variants);
    }

    public Product named(String otherName) {
        return new Product(id, version, sku, otherName, price, currency, status, variants);
    }

    public Product priced(long otherPrice, String otherCurrency) {
        return new Product(id, version, sku, name, otherPrice, otherCurrency, status, variants);
    }

    public Product in(String otherStatus) {
        return new Product(id, version, sku, name, price, currency, otherStatus, variants);
    }

    public Product with(Map<UUID, Variant> otherVariants) {
        return new Product(id, version, sku, name, price, currency, status, otherVariants);
    }
}

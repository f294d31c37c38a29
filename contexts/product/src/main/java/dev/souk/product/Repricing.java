package dev.souk.product;

import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Prices;
import dev.souk.product.db.Variants.Variant;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts a new base price into force, at once or when a scheduled one falls due.
final class Repricing {
    private final Tables tables;

    /// A price, and who wants it why.
    record Wanted(@Nullable UUID variantId, long price, String currency, String by, @Nullable String reason) {}

    Repricing(Tables tables) {
        this.tables = tables;
    }

    /// Why this price could not be taken, whenever; or the product, unchanged.
    Outcome<Product> possible(Tx tx, Product product, Wanted wanted) {
        var variantId = wanted.variantId();
        if (variantId == null) {
            return product.edited(Product.Edit.price(wanted.price(), wanted.currency()), false)
                    .then(_ -> Outcome.done(product));
        }
        if (!wanted.currency().equals(product.currency())) {
            return Outcome.refused(new ProductRefusal.CurrencyFixed(product.currency()));
        }
        return variant(tx, product, variantId).then(_ -> Outcome.done(product));
    }

    /// Answers the version; a price that is already in force changes nothing.
    Outcome<Long> apply(Tx tx, Product product, Wanted wanted) {
        var variantId = wanted.variantId();
        if (variantId != null) {
            return possible(tx, product, wanted)
                    .then(_ -> variant(tx, product, variantId))
                    .then(variant -> ofVariant(tx, product, variant, wanted));
        }
        return product.edited(Product.Edit.price(wanted.price(), wanted.currency()), false)
                .then(after -> ofProduct(tx, product, after, wanted));
    }

    private Outcome<Long> ofProduct(Tx tx, Product before, Product after, Wanted wanted) {
        if (!CatalogueNews.repriced(before, after)) {
            return Outcome.done(before.version());
        }
        long version = announce(tx, before, null, before.sku(), before.price(), wanted);
        tables.products().save(tx, List.of(after.atVersion(version)));
        return Outcome.done(version);
    }

    private Outcome<Long> ofVariant(Tx tx, Product product, Variant variant, Wanted wanted) {
        if (variant.price() != null && variant.price() == wanted.price()) {
            return Outcome.done(product.version());
        }
        long old = variant.price() == null ? product.price() : variant.price();
        long version = announce(tx, product, variant.id(), variant.sku(), old, wanted);
        tables.variants().price(tx, variant.id(), wanted.price());
        tables.products().save(tx, List.of(product.atVersion(version)));
        return Outcome.done(version);
    }

    /// Publishes and notes a price; answers the version after it.
    long announce(Tx tx, Product product, @Nullable UUID variantId, String sku, long old, Wanted wanted) {
        long version = product.version() + 1;
        tx.publish(
                new ProductPriceChanged(
                        product.id(),
                        variantId,
                        sku,
                        old,
                        wanted.price(),
                        wanted.currency(),
                        tx.now(),
                        wanted.by(),
                        wanted.reason()),
                version);
        var change = new Prices.Change(
                product.id(), variantId, old, wanted.price(), wanted.currency(), wanted.reason());
        tables.prices().record(tx, List.of(change), wanted.by());
        tables.shelf().changing(tx, product.id());
        return version;
    }

    private Outcome<Variant> variant(Tx tx, Product product, UUID variantId) {
        return tables.variants()
                .find(tx, variantId)
                .filter(v -> v.productId().equals(product.id()) && !v.removed())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new ProductRefusal.UnknownVariant(variantId)));
    }
}

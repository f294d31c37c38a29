package dev.souk.product;

import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.RemoveProductVariant;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Variants.Variant;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;

final class RemoveProductVariantHandler {
    private final Tables tables;

    RemoveProductVariantHandler(Tables tables) {
        this.tables = tables;
    }

    Outcome<Long> handle(RemoveProductVariant command, Tx tx) {
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(product -> tables.variants()
                        .find(tx, command.variantId())
                        .filter(v -> v.productId().equals(product.id()) && !v.removed())
                        .map(variant -> remove(product, variant, tx))
                        .orElseGet(() -> Outcome.refused(new ProductRefusal.UnknownVariant(command.variantId()))));
    }

    private Outcome<Long> remove(Product product, Variant variant, Tx tx) {
        var after = product.atVersion(product.version() + 1);
        tx.publish(new ProductVariantRemoved(product.id(), variant.id(), variant.sku()), after.version());
        tables.variants().remove(tx, variant.id());
        tables.products().save(tx, List.of(after));
        tables.shelf().changing(tx, product.id());
        return Outcome.done(after.version());
    }
}

package dev.souk.product;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Products;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The start of every change: the product, locked, in the version that the caller believes in.
final class Versions {
    private Versions() {}

    static Outcome<Product> lock(Products products, Tx tx, UUID id, @Nullable Long expected) {
        var found = products.lock(tx, id);
        if (found.isEmpty()) {
            return Outcome.refused(new ProductRefusal.UnknownProduct(id));
        }
        var product = found.get();
        if (expected != null && expected != product.version()) {
            return Outcome.refused(Refusal.stale(expected, product.version()));
        }
        return Outcome.done(product);
    }
}

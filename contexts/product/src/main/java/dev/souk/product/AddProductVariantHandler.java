package dev.souk.product;

import dev.souk.contracts.product.AddProductVariant;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Skus;
import dev.souk.product.db.Variants.Variant;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;

final class AddProductVariantHandler {
    private static final int MOST = 200;

    private final Tables tables;
    private final Repricing repricing;

    AddProductVariantHandler(Tables tables) {
        this.tables = tables;
        this.repricing = new Repricing(tables);
    }

    Outcome<Long> handle(AddProductVariant command, Tx tx) {
        var wrong = new Check()
                .sku(command.sku())
                .attributes(command.attributes())
                .priceAboveZero(command.price())
                .refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return Versions.lock(tables.products(), tx, command.productId(), null).then(product -> {
            var present = tables.variants().find(tx, command.variantId());
            if (present.isPresent()) {
                var same = present.get().productId().equals(product.id())
                        && present.get().sku().equals(command.sku())
                        && !present.get().removed();
                return same
                        ? Outcome.done(product.version())
                        : Outcome.refused(new ProductRefusal.IdTaken(command.variantId()));
            }
            if (command.expectedVersion() != null && command.expectedVersion() != product.version()) {
                return Outcome.refused(Refusal.stale(command.expectedVersion(), product.version()));
            }
            return add(command, product, tx);
        });
    }

    private Outcome<Long> add(AddProductVariant command, Product product, Tx tx) {
        int position = tables.variants().count(tx, product.id());
        if (position >= MOST) {
            return Outcome.refused(Refusal.conflict("TOO_MANY_VARIANTS", "At most " + MOST + " variants."));
        }
        var variant = new Variant(
                command.variantId(), product.id(), command.sku(), command.price(), position, false);
        var holder = new Skus.Holder(command.sku(), product.id(), command.variantId());
        var taken = tables.skus().claim(tx, List.of(holder));
        if (taken.isPresent()) {
            return Outcome.refused(new ProductRefusal.SkuTaken(taken.get()));
        }
        if (tables.variants().insert(tx, List.of(variant)) == 0) {
            return Outcome.refused(new ProductRefusal.IdTaken(variant.id()));
        }
        tables.attributes().set(tx, product.id(), variant.id(), command.attributes());
        var after = product.atVersion(product.version() + 1);
        tx.publish(
                new ProductVariantAdded(
                        product.id(), variant.id(), variant.sku(), command.attributes(), variant.price()),
                after.version());
        return Outcome.done(save(command, after, tx));
    }

    /// A variant with a price of its own is news for those who only follow prices, too.
    private long save(AddProductVariant command, Product product, Tx tx) {
        long version = product.version();
        if (command.price() != null) {
            var by = tx.cause().actor().id();
            var wanted = new Repricing.Wanted(command.variantId(), command.price(), product.currency(), by, null);
            version = repricing.announce(
                    tx, product, command.variantId(), command.sku(), product.price(), wanted);
        }
        tables.products().save(tx, List.of(product.atVersion(version)));
        tables.shelf().changing(tx, product.id());
        return version;
    }
}

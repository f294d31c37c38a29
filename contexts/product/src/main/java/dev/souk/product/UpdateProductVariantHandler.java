package dev.souk.product;

import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.contracts.product.UpdateProductVariant;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Variants.Variant;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class UpdateProductVariantHandler {
    private final Tables tables;
    private final Repricing repricing;

    UpdateProductVariantHandler(Tables tables) {
        this.tables = tables;
        this.repricing = new Repricing(tables);
    }

    Outcome<Long> handle(UpdateProductVariant command, Tx tx) {
        var wrong = new Check()
                .attributes(command.attributes())
                .priceAboveZero(command.price())
                .refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(product -> tables.variants()
                        .find(tx, command.variantId())
                        .filter(v -> v.productId().equals(product.id()) && !v.removed())
                        .map(variant -> update(command, product, variant, tx))
                        .orElseGet(() -> Outcome.refused(new ProductRefusal.UnknownVariant(command.variantId()))));
    }

    private Outcome<Long> update(UpdateProductVariant command, Product product, Variant variant, Tx tx) {
        var old = tables.attributes().of(tx, product.id(), variant.id());
        var attributes = command.attributes() == null ? old : command.attributes();
        var price = command.price() == null ? variant.price() : command.price();
        boolean repriced = !Objects.equals(price, variant.price());
        if (!repriced && attributes.equals(old)) {
            return Outcome.done(product.version());
        }
        var after = product.atVersion(product.version() + 1);
        tx.publish(
                new ProductVariantUpdated(product.id(), variant.id(), variant.sku(), Map.copyOf(attributes), price),
                after.version());
        tables.attributes().set(tx, product.id(), variant.id(), attributes);
        long version = after.version();
        if (repriced && price != null) {
            tables.variants().price(tx, variant.id(), price);
            long before = variant.price() == null ? product.price() : variant.price();
            var by = tx.cause().actor().id();
            var wanted = new Repricing.Wanted(variant.id(), price, product.currency(), by, null);
            version = repricing.announce(tx, after, variant.id(), variant.sku(), before, wanted);
        }
        tables.products().save(tx, List.of(product.atVersion(version)));
        tables.shelf().changing(tx, product.id());
        return Outcome.done(version);
    }
}

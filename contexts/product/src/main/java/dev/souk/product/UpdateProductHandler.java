package dev.souk.product;

import dev.souk.contracts.product.UpdateProduct;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Prices;
import dev.souk.product.domain.Category;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import dev.souk.product.domain.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class UpdateProductHandler {
    private final Tables tables;
    private final boolean imageRequired;

    UpdateProductHandler(Tables tables, boolean imageRequired) {
        this.tables = tables;
        this.imageRequired = imageRequired;
    }

    Outcome<Long> handle(UpdateProduct command, Tx tx) {
        var wrong = wrong(command);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(before -> update(command, before, tx));
    }

    private Outcome<Long> update(UpdateProduct command, Product before, Tx tx) {
        var text = command.category();
        if (text == null) {
            return before.edited(edit(command, null), imageRequired).then(after -> save(command, before, after, null, tx));
        }
        var category = Category.meant(tables.categories().hold(tx, List.of(text)), text);
        if (category.isEmpty()) {
            return Outcome.refused(new ProductRefusal.UnknownCategory(text));
        }
        var slug = category.get().id().equals(before.categoryId()) ? null : category.get().slug();
        return before.edited(edit(command, category.get()), imageRequired)
                .then(after -> save(command, before, after, slug, tx));
    }

    private Outcome<Long> save(UpdateProduct command, Product before, Product after, @Nullable String slug, Tx tx) {
        var by = tx.cause().actor().id();
        boolean attributes = command.attributes() != null
                && !command.attributes().equals(tables.attributes().of(tx, before.id(), before.id()));
        var more = attributes ? List.of("attributes") : List.<String>of();
        long version = CatalogueNews.updated(tx, before, after, slug, more, by);
        if (version == before.version()) {
            return Outcome.done(version);
        }
        if (attributes && command.attributes() != null) {
            tables.attributes().set(tx, before.id(), before.id(), command.attributes());
        }
        tables.products().save(tx, List.of(after.atVersion(version)));
        if (before.price() != after.price() || !before.currency().equals(after.currency())) {
            var change = new Prices.Change(
                    after.id(), null, before.price(), after.price(), after.currency(), null);
            tables.prices().record(tx, List.of(change), by);
        }
        tables.shelf().changing(tx, before.id());
        return Outcome.done(version);
    }

    private static Product.Edit edit(UpdateProduct c, @Nullable Category category) {
        return new Product.Edit(
                c.name(),
                c.description(),
                c.price(),
                c.currency(),
                category == null ? null : category.id(),
                c.status() == null ? null : Status.valueOf(c.status()),
                c.taxCategory(),
                c.weightGrams());
    }

    private static Optional<Refusal> wrong(UpdateProduct c) {
        return new Check()
                .name(c.name())
                .description(c.description())
                .price(c.price())
                .currency(c.currency())
                .displayName(c.category())
                .status(c.status())
                .taxCategory(c.taxCategory())
                .weight(c.weightGrams())
                .attributes(c.attributes())
                .refusal();
    }
}

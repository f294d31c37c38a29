package dev.souk.product;

import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says what is different between two states of a product, each fact with a version of its own.
public final class CatalogueNews {
    private CatalogueNews() {}

    /// Publishes a product at its first version.
    ///
    /// @param category slug
    public static void created(
            Tx tx, Product p, @Nullable String category, List<ProductCreated.Variant> variants) {
        tx.publish(
                new ProductCreated(
                        tx.newId(),
                        tx.now(),
                        new ProductCreated.Product(
                                p.id(),
                                p.sku(),
                                p.name(),
                                p.description(),
                                p.price(),
                                p.currency(),
                                category,
                                p.status().wire(),
                                p.sellerId(),
                                variants,
                                p.categoryId(),
                                p.taxCategory(),
                                p.weightGrams())),
                p.version());
    }

    /// Publishes what an update did; answers the version after it.
    ///
    /// @param category slug of the category, when that changed
    /// @param more further members that changed, by name
    /// @param by who wanted it
    public static long updated(
            Tx tx, Product before, Product after, @Nullable String category, List<String> more, String by) {
        var fields = changedFields(before, after);
        fields.addAll(more);
        if (fields.isEmpty()) {
            return before.version();
        }
        long version = before.version() + 1;
        tx.publish(
                new ProductUpdated(tx.newId(), tx.now(), before.id(), changes(before, after, category), fields), version);
        if (repriced(before, after)) {
            version = repriced(tx, before, after, version, by);
        }
        return before.status() == after.status() ? version : restated(tx, before, after, version);
    }

    /// Publishes a price; answers the version after it.
    private static long repriced(Tx tx, Product before, Product after, long version, String by) {
        tx.publish(
                new ProductPriceChanged(
                        after.id(),
                        null,
                        after.sku(),
                        before.price(),
                        after.price(),
                        after.currency(),
                        tx.now(),
                        by,
                        null),
                version + 1);
        return version + 1;
    }

    /// Publishes a status; answers the version after it.
    static long restated(Tx tx, Product before, Product after, long version) {
        tx.publish(
                new ProductStatusChanged(
                        after.id(), before.status().name(), after.status().name(), tx.now()),
                version + 1);
        return version + 1;
    }

    /// A price of zero, as drafts may have, is none that could be announced.
    public static boolean repriced(Product before, Product after) {
        return after.price() > 0 && (before.price() != after.price() || !before.currency().equals(after.currency()));
    }

    private static List<String> changedFields(Product before, Product after) {
        var fields = new ArrayList<String>();
        note(fields, "name", before.name(), after.name());
        note(fields, "description", before.description(), after.description());
        note(fields, "price", before.price(), after.price());
        note(fields, "currency", before.currency(), after.currency());
        note(fields, "category", before.categoryId(), after.categoryId());
        note(fields, "status", before.status(), after.status());
        note(fields, "taxCategory", before.taxCategory(), after.taxCategory());
        note(fields, "weightGrams", before.weightGrams(), after.weightGrams());
        return fields;
    }

    private static void note(List<String> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }

    private static ProductUpdated.Changes changes(Product before, Product after, @Nullable String category) {
        return new ProductUpdated.Changes(
                moved(before.name(), after.name()),
                moved(before.description(), after.description()),
                moved(before.price(), after.price()),
                moved(before.currency(), after.currency()),
                category,
                before.status() == after.status() ? null : after.status().wire(),
                moved(before.taxCategory(), after.taxCategory()),
                moved(before.weightGrams(), after.weightGrams()));
    }

    private static <T> @Nullable T moved(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : after;
    }
}

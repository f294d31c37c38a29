package dev.souk.pricing.domain;

import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.pricing.domain.Article.Variant;
import dev.souk.platform.messaging.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the catalogue's events mean for the remembered article.
public final class ArticleChange {
    private ArticleChange() {}

    /// The article after `event`.
    ///
    /// @param before null while unknown
    /// @param version of the product after the event
    /// @return null when there is still nothing to remember
    public static @Nullable Article apply(@Nullable Article before, Event event, long version) {
        if (event instanceof ProductCreated created) {
            return before == null ? create(created.product(), version) : before;
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case ProductUpdated e -> updated(before, e.changes(), version);
            case ProductPriceChanged e -> repriced(before, e, version);
            case ProductVariantAdded e -> varied(before, new Variant(e.variantId(), e.sku(), e.price(), false), version);
            case ProductVariantUpdated e ->
                varied(before, new Variant(e.variantId(), e.sku(), e.price(), false), version);
            case ProductVariantRemoved e -> varied(before, new Variant(e.variantId(), e.sku(), null, true), version);
            case ProductStatusChanged e -> withStatus(before, e.newStatus(), version);
            case ProductDiscontinued _ -> withStatus(before, "DISCONTINUED", version);
            case ProductDeleted _ -> withStatus(before, "ARCHIVED", version);
            default -> before;
        };
    }

    private static Article create(ProductCreated.Product made, long version) {
        var variants = new HashMap<UUID, Variant>();
        for (var v : made.variants()) {
            variants.put(v.variantId(), new Variant(v.variantId(), v.sku(), v.price(), false));
        }
        var grams = made.weightGrams();
        return new Article(
                made.productId(), made.sku(), made.price(), made.currency(), made.taxCategory(),
                grams == null ? 0 : grams, made.status(), version, 1, variants);
    }

    /// The price in `changes` is not looked at: a price change has its own event.
    private static Article updated(Article a, ProductUpdated.Changes c, long version) {
        return new Article(
                a.productId(),
                a.sku(),
                a.price(),
                c.currency() == null ? a.currency() : c.currency(),
                c.taxCategory() == null ? a.taxCategory() : c.taxCategory(),
                c.weightGrams() == null ? a.weightGrams() : c.weightGrams(),
                c.status() == null ? a.status() : c.status(),
                version,
                a.revision() + 1,
                a.variants());
    }

    private static Article repriced(Article a, ProductPriceChanged e, long version) {
        var id = e.variantId();
        if (id != null) {
            var known = a.variants().get(id);
            return known == null ? a : varied(a, new Variant(id, known.sku(), e.newPrice(), known.removed()), version);
        }
        return new Article(
                a.productId(), a.sku(), e.newPrice(), e.currency(), a.taxCategory(), a.weightGrams(), a.status(),
                version, a.revision() + 1, a.variants());
    }

    private static Article varied(Article a, Variant variant, long version) {
        Map<UUID, Variant> variants = new HashMap<>(a.variants());
        variants.put(variant.variantId(), variant);
        return new Article(
                a.productId(), a.sku(), a.price(), a.currency(), a.taxCategory(), a.weightGrams(), a.status(),
                version, a.revision() + 1, variants);
    }

    private static Article withStatus(Article a, String status, long version) {
        return new Article(
                a.productId(), a.sku(), a.price(), a.currency(), a.taxCategory(), a.weightGrams(), status, version,
                a.revision() + 1, a.variants());
    }
}

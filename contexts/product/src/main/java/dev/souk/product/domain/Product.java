package dev.souk.product.domain;

import dev.souk.platform.messaging.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A product without its variants, pictures and attributes.
///
/// @param price minor units of `currency`
/// @param images how many pictures it has
/// @param pricedVariants how many variants have a price of their own
public record Product(
        UUID id,
        String sku,
        String name,
        @Nullable String description,
        long price,
        String currency,
        @Nullable UUID categoryId,
        Status status,
        @Nullable UUID sellerId,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams,
        int images,
        int pricedVariants,
        long version) {

    /// What is to change; null leaves as it is.
    public record Edit(
            @Nullable String name,
            @Nullable String description,
            @Nullable Long price,
            @Nullable String currency,
            @Nullable UUID categoryId,
            @Nullable Status status,
            @Nullable String taxCategory,
            @Nullable Integer weightGrams) {
        public static Edit status(Status status) {
            return new Edit(null, null, null, null, null, status, null, null);
        }

        public static Edit price(long price, String currency) {
            return new Edit(null, null, price, currency, null, null, null, null);
        }
    }

    /// The product with `edit` applied, or why that cannot be.
    public Outcome<Product> edited(Edit edit, boolean imageRequired) {
        if (edit.currency() != null
                && !edit.currency().equals(currency)
                && (edit.price() == null || pricedVariants > 0)) {
            return Outcome.refused(new ProductRefusal.CurrencyFixed(currency));
        }
        var next = edit.status() == null ? status : edit.status();
        if (!status.mayBecome(next)) {
            return Outcome.refused(new ProductRefusal.StatusNotAllowed(status, next));
        }
        return new Product(
                        id,
                        sku,
                        or(edit.name(), name),
                        edit.description() == null ? description : edit.description(),
                        or(edit.price(), price),
                        or(edit.currency(), currency),
                        edit.categoryId() == null ? categoryId : edit.categoryId(),
                        next,
                        sellerId,
                        edit.taxCategory() == null ? taxCategory : edit.taxCategory(),
                        edit.weightGrams() == null ? weightGrams : edit.weightGrams(),
                        images,
                        pricedVariants,
                        version)
                .sellable(imageRequired && status != Status.ACTIVE);
    }

    /// This product, if what its status promises is there.
    public Outcome<Product> sellable(boolean imageRequired) {
        if (status != Status.ACTIVE) {
            return Outcome.done(this);
        }
        if (price <= 0) {
            return Outcome.refused(new ProductRefusal.NotPublishable("a price above zero"));
        }
        if (categoryId == null) {
            return Outcome.refused(new ProductRefusal.NotPublishable("a category"));
        }
        if (imageRequired && images == 0) {
            return Outcome.refused(new ProductRefusal.NotPublishable("at least one image"));
        }
        return Outcome.done(this);
    }

    public Product atVersion(long next) {
        return new Product(
                id, sku, name, description, price, currency, categoryId, status, sellerId, taxCategory, weightGrams,
                images, pricedVariants, next);
    }

    public Product withImages(int count) {
        return new Product(
                id, sku, name, description, price, currency, categoryId, status, sellerId, taxCategory, weightGrams,
                count, pricedVariants, version);
    }

    private static <T> T or(@Nullable T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}

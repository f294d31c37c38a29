package dev.souk.product.imports;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.PriceText;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import dev.souk.product.domain.Status;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row whose values could stand in the catalogue; what is absent stays as it is.
///
/// @param price as written, since its meaning can depend on the product's currency
record Row(
        int number,
        String sku,
        @Nullable String name,
        @Nullable String description,
        @Nullable String price,
        @Nullable String currency,
        @Nullable String category,
        @Nullable Status status,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams,
        @Nullable String imageUrl) {
    private static final Pattern GRAMS = Pattern.compile("[0-9]{1,9}");

    static Outcome<Row> of(RawRow raw) {
        if (raw.broken() != null) {
            return Outcome.refused(Refusal.invalid("UNREADABLE_ROW", raw.broken()));
        }
        var sku = raw.value("sku");
        if (sku == null) {
            return Outcome.refused(Refusal.invalid("MISSING_FIELD", "The column sku is empty."));
        }
        var grams = raw.value("weightGrams");
        boolean number = grams == null || GRAMS.matcher(grams).matches();
        var weight = grams == null || !number ? null : Integer.valueOf(grams);
        var wrong = new Check()
                .sku(sku)
                .name(raw.value("name"))
                .description(raw.value("description"))
                .currency(raw.value("currency"))
                .displayName(raw.value("category"))
                .status(raw.value("status"))
                .taxCategory(raw.value("taxCategory"))
                .that(number, "INVALID_WEIGHT", "A weight is a whole number of grams.")
                .weight(weight)
                .imageUrl(raw.value("imageUrl"))
                .refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var status = raw.value("status");
        return Outcome.done(new Row(
                raw.number(),
                sku,
                raw.value("name"),
                raw.value("description"),
                raw.value("price"),
                raw.value("currency"),
                raw.value("category"),
                status == null ? null : Status.valueOf(status),
                raw.value("taxCategory"),
                weight,
                raw.value("imageUrl")));
    }

    /// The product that this row describes, when there is none with its sku.
    Outcome<Product> created(UUID id, @Nullable UUID categoryId, @Nullable UUID sellerId, boolean imageRequired) {
        if (name == null || price == null || currency == null) {
            return Outcome.refused(
                    Refusal.invalid("MISSING_FIELD", "A new product needs sku, name, price and currency."));
        }
        if (status == Status.ARCHIVED) {
            return Outcome.refused(new ProductRefusal.StatusNotAllowed(Status.DRAFT, Status.ARCHIVED));
        }
        return minor(price, currency).then(amount -> new Product(
                        id,
                        sku,
                        name,
                        description,
                        amount,
                        currency,
                        categoryId,
                        status == null ? Status.DRAFT : status,
                        sellerId,
                        taxCategory,
                        weightGrams,
                        imageUrl == null ? 0 : 1,
                        0,
                        1)
                .sellable(imageRequired));
    }

    /// `product` as this row wants it.
    Outcome<Product> applied(Product product, @Nullable UUID categoryId, boolean imageRequired) {
        var unit = currency == null ? product.currency() : currency;
        if (price == null) {
            return product.edited(edit(null, categoryId), imageRequired);
        }
        return minor(price, unit).then(amount -> product.edited(edit(amount, categoryId), imageRequired));
    }

    private Product.Edit edit(@Nullable Long amount, @Nullable UUID categoryId) {
        return new Product.Edit(name, description, amount, currency, categoryId, status, taxCategory, weightGrams);
    }

    private static Outcome<Long> minor(String text, String currency) {
        var amount = PriceText.minor(text, currency);
        var check = new Check().price(amount.isPresent() ? amount.getAsLong() : -1L);
        return check.refusal()
                .<Outcome<Long>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(amount.getAsLong()));
    }
}

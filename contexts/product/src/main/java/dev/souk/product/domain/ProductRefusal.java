package dev.souk.product.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;

/// Why the catalogue refuses a change.
public sealed interface ProductRefusal extends Refusal.Worded {
    record UnknownProduct(UUID productId) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("PRODUCT_NOT_FOUND", "There is no product " + productId + ".");
        }
    }

    record UnknownVariant(UUID variantId) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("VARIANT_NOT_FOUND", "The product has no variant " + variantId + ".");
        }
    }

    record UnknownCategory(String category) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid(
                    "UNKNOWN_CATEGORY",
                    "There is no category \"" + category + "\", neither by slug nor by one clear name.");
        }
    }

    record SkuTaken(String sku) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "SKU_TAKEN",
                    "The sku " + sku + " belongs to another product or variant, or once did.");
        }
    }

    record IdTaken(UUID id) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("ID_TAKEN", "The id " + id + " already stands for something else.");
        }
    }

    record StatusNotAllowed(Status from, Status to) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("STATUS_NOT_ALLOWED", "A product that is " + from + " cannot become " + to + ".");
        }
    }

    record NotPublishable(String missing) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("NOT_PUBLISHABLE", "Before it is for sale the product needs " + missing + ".");
        }
    }

    record CurrencyFixed(String currency) implements ProductRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "CURRENCY_FIXED",
                    "The product is priced in " + currency
                            + "; another currency needs a new price in the same change and no variant with a price of its own.");
        }
    }
}

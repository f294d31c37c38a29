package dev.souk.product.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;

/// Why the catalogue refuses a change.
public sealed interface ProductRefusal extends Refusal {
    record UnknownProduct(UUID productId) implements ProductRefusal {
        @Override
        public String code() {
            return "PRODUCT_NOT_FOUND";
        }

        @Override
        public String detail() {
            return "There is no product " + productId + ".";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownVariant(UUID variantId) implements ProductRefusal {
        @Override
        public String code() {
            return "VARIANT_NOT_FOUND";
        }

        @Override
        public String detail() {
            return "The product has no variant " + variantId + ".";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownCategory(String category) implements ProductRefusal {
        @Override
        public String code() {
            return "UNKNOWN_CATEGORY";
        }

        @Override
        public String detail() {
            return "There is no category \"" + category + "\", neither by slug nor by one clear name.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record SkuTaken(String sku) implements ProductRefusal {
        @Override
        public String code() {
            return "SKU_TAKEN";
        }

        @Override
        public String detail() {
            return "The sku " + sku + " belongs to another product or variant, or once did.";
        }
    }

    record IdTaken(UUID id) implements ProductRefusal {
        @Override
        public String code() {
            return "ID_TAKEN";
        }

        @Override
        public String detail() {
            return "The id " + id + " already stands for something else.";
        }
    }

    record StatusNotAllowed(Status from, Status to) implements ProductRefusal {
        @Override
        public String code() {
            return "STATUS_NOT_ALLOWED";
        }

        @Override
        public String detail() {
            return "A product that is " + from + " cannot become " + to + ".";
        }
    }

    record NotPublishable(String missing) implements ProductRefusal {
        @Override
        public String code() {
            return "NOT_PUBLISHABLE";
        }

        @Override
        public String detail() {
            return "Before it is for sale the product needs " + missing + ".";
        }
    }

    record CurrencyFixed(String currency) implements ProductRefusal {
        @Override
        public String code() {
            return "CURRENCY_FIXED";
        }

        @Override
        public String detail() {
            return "The product is priced in " + currency
                    + "; another currency needs a new price in the same change and no variant with a price of its own.";
        }
    }
}

package dev.souk.product;

import dev.souk.contracts.product.CreateProduct;
import dev.souk.platform.messaging.Refusal;
import dev.souk.product.domain.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Whether a new product can stand in the catalogue at all, before anything is looked up.
final class CreateProductCheck {
    private static final int MOST_VARIANTS = 200;
    private static final int MOST_IMAGES = 50;

    private CreateProductCheck() {}

    static Optional<Refusal> wrong(CreateProduct c) {
        var check = new Check()
                .sku(c.sku())
                .name(c.name())
                .description(c.description())
                .price(c.price())
                .currency(c.currency())
                .displayName(c.category())
                .status(c.status())
                .that(!"ARCHIVED".equals(c.status()), "INVALID_STATUS", "A new product is DRAFT or ACTIVE.")
                .attributes(c.attributes())
                .taxCategory(c.taxCategory())
                .weight(c.weightGrams())
                .that(c.variants().size() <= MOST_VARIANTS, "TOO_MANY_VARIANTS", "At most 200 variants.")
                .that(c.images().size() <= MOST_IMAGES, "TOO_MANY_IMAGES", "At most 50 images.");
        var skus = new HashSet<>(List.of(c.sku()));
        for (var v : c.variants()) {
            check.sku(v.sku())
                    .priceAboveZero(v.price())
                    .attributes(v.attributes())
                    .that(skus.add(v.sku()), "DUPLICATE_SKU", "Each sku may stand only once in a product.");
        }
        var urls = new HashSet<String>();
        for (var i : c.images()) {
            check.imageUrl(i.url())
                    .imageOrder(i.order())
                    .that(urls.add(i.url()), "DUPLICATE_IMAGE", "Each image may stand only once.");
        }
        return check.refusal();
    }
}

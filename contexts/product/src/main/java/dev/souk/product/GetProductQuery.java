package dev.souk.product;

import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.ProductView;
import dev.souk.product.db.Shelf;
import java.util.Optional;

final class GetProductQuery {
    private final Shelf shelf;

    GetProductQuery(Shelf shelf) {
        this.shelf = shelf;
    }

    Optional<GetProduct.Product> answer(GetProduct query, Tx tx) {
        return shelf.find(tx, query.productId()).map(GetProductQuery::told);
    }

    GetProducts.Products answer(GetProducts query, Tx tx) {
        return new GetProducts.Products(shelf.find(tx, query.productIds()).stream()
                .map(GetProductQuery::told)
                .toList());
    }

    private static GetProduct.Product told(ProductView p) {
        return new GetProduct.Product(
                p.productId(),
                p.sku(),
                p.name(),
                p.price(),
                p.currency(),
                p.discontinued() == null ? p.status() : "DISCONTINUED",
                p.variants().stream()
                        .map(v -> new GetProduct.Variant(v.variantId(), v.sku(), v.price(), v.attributes()))
                        .toList(),
                p.categoryId(),
                p.category(),
                p.taxCategory(),
                p.weightGrams(),
                p.version());
    }
}

package dev.souk.product;

import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.db.Listings;
import java.util.List;

/// Pages of products, for HTTP and for neighbours.
public final class ListProductsQuery {
    private final Listings listings = new Listings();
    private final Categories categories;

    ListProductsQuery(Tables tables) {
        this.categories = tables.categories();
    }

    /// An unknown category has no products.
    public ListProducts.Page answer(ListProducts query, Tx tx) {
        if (query.categoryId() == null) {
            return listings.page(tx, query, List.of());
        }
        return categories
                .find(tx, query.categoryId())
                .map(top -> listings.page(tx, query, categories.withAllBelow(tx, top)))
                .orElseGet(() -> new ListProducts.Page(List.of(), null));
    }
}

package dev.souk.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.souk.pages.Client;
import dev.souk.pages.Turn;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import dev.souk.storefront.shop.Product;
import dev.souk.storefront.shop.Shipping;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What is the same for every shopper, asked once in a while.
final class Catalogue {
    private final Cache<String, Category.Tree> trees =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(Duration.ofSeconds(30)).build();
    private final Cache<String, Listing> shelves =
            Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofSeconds(30)).build();

    Category.Tree categories(Turn turn) {
        return trees.get("", _ -> turn.api().get("/categories", Category.Tree.class));
    }

    /// A short list for a front page: it may be half a minute old.
    Listing shelf(Turn turn, String query) {
        return shelves.get(query, _ -> turn.api().get("/products?" + query, Listing.class));
    }

    Listing list(Turn turn, String query) {
        return turn.api().get("/products?" + query, Listing.class);
    }

    Optional<Product> product(Turn turn, UUID id) {
        return turn.api().find("/products/" + id, Product.class);
    }

    Optional<Product.Stock> stock(Turn turn, UUID id) {
        return turn.api().find("/stock/" + id, Product.Stock.class);
    }

    Shipping shipping(Turn turn, String country, String postcode, String currency, long goods) {
        return turn.api().get(
                "/pricing/shipping-cost?country=" + Client.escaped(country)
                        + (postcode.isEmpty() ? "" : "&postcode=" + Client.escaped(postcode))
                        + "&currency=" + currency + "&goodsValue=" + goods,
                Shipping.class);
    }
}

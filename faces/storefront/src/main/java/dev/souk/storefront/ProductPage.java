package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import dev.souk.storefront.shop.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One product.
public final class ProductPage {
    private static final int OTHERS = 5;

    private final Front front;

    ProductPage(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(Page.get("/p/{id}", this::show), Page.get("/p/{id}/{name}", this::show));
    }

    /// @param lowest of the last 30 days
    public record Reduced(long before, long lowest) {}

    private Shown show(Turn turn) {
        var found = turn.id("id").flatMap(id -> front.catalogue().product(turn, id));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var product = found.get();
        var way = product.category() == null
                ? List.<Category>of()
                : front.catalogue().categories(turn).wayTo(product.category());
        var stock = front.catalogue().stock(turn, product.productId())
                .orElseGet(() -> new Product.Stock("OUT", null, List.of()));
        var chosen = chosen(turn, product, stock);
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.open(turn, product.name(), description(turn, product), way.isEmpty() ? "" : way.getFirst().slug(), ""));
        model.put("product", product);
        model.put("stock", stock);
        model.put("chosen", chosen);
        model.put("way", way);
        model.put("others", others(turn, product));
        model.put("reduced", reduced(turn, product).orElse(null));
        return turn.html(200, "product.jte", model);
    }

    private static String description(Turn turn, Product product) {
        return product.description() == null ? product.name() : turn.words().say("product.description", product.name());
    }

    /// The variant that is asked for, otherwise the first that is to be had.
    private static Product.@Nullable Variant chosen(Turn turn, Product product, Product.Stock stock) {
        var wanted = turn.query("variant").flatMap(Turn::uuid);
        return product.variants().stream()
                .filter(variant -> wanted.map(variant.variantId()::equals)
                        .orElse(!stock.of(variant.sku()).availability().equals("OUT")))
                .findFirst()
                .orElse(product.variants().isEmpty() ? null : product.variants().getFirst());
    }

    private List<Listing.Item> others(Turn turn, Product product) {
        return product.category() == null
                ? List.of()
                : front.catalogue().shelf(turn, "limit=24&available=true&category=" + product.category()).items().stream()
                        .filter(item -> !item.productId().equals(product.productId()))
                        .skip(Math.floorMod(product.productId().hashCode(), 18))
                        .limit(OTHERS)
                        .toList();
    }

    /// What the price was before it was lowered; empty when it was not.
    private static Optional<Reduced> reduced(Turn turn, Product product) {
        var prices = turn.api().find("/products/" + product.productId() + "/prices", Product.Prices.class).orElse(null);
        if (prices == null || prices.prices().size() < 2 || prices.lowest30d() == null) {
            return Optional.empty();
        }
        var before = prices.prices().get(1).price();
        return before > product.price() ? Optional.of(new Reduced(before, prices.lowest30d())) : Optional.empty();
    }
}

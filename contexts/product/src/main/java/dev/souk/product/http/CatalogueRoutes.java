package dev.souk.product.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.MERCHANDISER;
import static dev.souk.platform.route.Role.SELLER;

import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import dev.souk.product.GetCategoryTreeQuery;
import dev.souk.product.GetPriceHistoryQuery;
import dev.souk.product.ListProductsQuery;
import dev.souk.product.db.Interest;
import dev.souk.product.db.Listings;
import dev.souk.product.db.ProductView;
import dev.souk.product.db.Shelf;
import dev.souk.product.db.Sorting;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reading the catalogue.
public final class CatalogueRoutes {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> STATUSES = Set.of("DRAFT", "ACTIVE", "DISCONTINUED", "ARCHIVED", Listings.ANY);
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final int DAYS_FOR_EVERYONE = 30;

    private final Shelf shelf;
    private final ListProductsQuery lists;
    private final GetCategoryTreeQuery trees;
    private final GetPriceHistoryQuery prices;
    private final Interest interest;

    public CatalogueRoutes(
            Shelf shelf,
            ListProductsQuery lists,
            GetCategoryTreeQuery trees,
            GetPriceHistoryQuery prices,
            Interest interest) {
        this.shelf = shelf;
        this.lists = lists;
        this.trees = trees;
        this.prices = prices;
        this.interest = interest;
    }

    /// How often a product went into a cart lately.
    record Interested(UUID productId, long addsToCart, int days) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/products/{productId}")
                        .answers(200, ProductView.class)
                        .everyone()
                        .summary("A product; drafts only for staff and their seller")
                        .reads(this::product),
                Route.get("/products")
                        .answers(200, ListProducts.Page.class)
                        .everyone()
                        .query(Parameter.text("category", "slug of a category, with all below it"),
                                Parameter.id("categoryId", "the same by its id"),
                                Parameter.text("q", "words of name or description"),
                                Parameter.number("minPrice", "minor units", 0, Long.MAX_VALUE),
                                Parameter.number("maxPrice", "minor units", 0, Long.MAX_VALUE),
                                Parameter.flag("available", "only what can be had").otherwise(null),
                                Parameter.oneOf("sort", "in which order", "newest", "name", "price", "-price"),
                                Parameter.text("sku", "of a product or of a variant"),
                                Parameter.id("sellerId", "only this seller's"),
                                Parameter.oneOf(
                                                "status", "other than ACTIVE for staff and the seller", "DRAFT", "ACTIVE",
                                                "DISCONTINUED", "ARCHIVED", "ANY")
                                        .otherwise("ACTIVE"),
                                Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(24, 100))
                        .summary("Products, by category, words, price, sku or seller")
                        .reads(this::list),
                Route.get("/products/{productId}/prices")
                        .answers(200, GetPriceHistory.History.class)
                        .everyone()
                        .query(Parameter.id("variantId", "of a variant instead of the product"))
                        .summary("Prices of the last 30 days (staff: all), and the lowest of them")
                        .reads(this::history),
                Route.get("/products/{productId}/interest")
                        .answers(200, Interested.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("How often the product went into a cart in the last 7 days")
                        .reads(this::interest));
    }

    private Answer<ProductView> product(Call<Void> call, Tx tx) {
        var id = call.pathId("productId");
        return visible(call.caller(), tx, id)
                .map(CatalogueRoutes::answered)
                .orElseGet(() -> Answer.refused(new ProductRefusal.UnknownProduct(id)));
    }

    /// Availability moves without the version, so nobody may keep this answer and ask only whether the version did.
    private static Answer<ProductView> answered(ProductView product) {
        var headers = Map.of("ETag", "\"" + product.version() + "\"", "Cache-Control", "no-store");
        return new Answer.Good<>(product, null, headers);
    }

    private Optional<ProductView> visible(Caller caller, Tx tx, UUID id) {
        return shelf.find(tx, id).filter(product -> Access.sees(caller, product));
    }

    private Answer<ListProducts.Page> list(Call<Void> call, Tx tx) {
        var seller = call.query("sellerId");
        var cursor = call.query("cursor");
        var sku = call.query("sku");
        var status = call.query("status");
        var sorting = Sorting.of(call.query("sort").orElse(null));
        var wrong = new Check()
                .sku(sku.orElse(null))
                .that(sorting.isPresent(), "INVALID_SORT", "sort is one of newest, name, price and -price.")
                .that(text(call.query("q")), "INVALID_TEXT", "q has 1 to 100 characters.")
                .that(price(call.query("minPrice")) && price(call.query("maxPrice")), "INVALID_PRICE", "Prices are whole minor units.")
                .that(call.query("available").map(BOOLEANS::contains).orElse(true), "INVALID_AVAILABLE", "available is true or false.")
                .that(seller.isEmpty() || id(seller.get()), "INVALID_SELLER_ID", "sellerId is a UUID.")
                .that(cursor.isEmpty() || sorting.orElse(Sorting.ID).reads(cursor.get()), "INVALID_CURSOR", "The cursor is one that a page gave.")
                .that(
                        status.isEmpty() || STATUSES.contains(status.get()),
                        "INVALID_STATUS",
                        "status is one of DRAFT, ACTIVE, DISCONTINUED, ARCHIVED and ANY.")
                .refusal();
        if (wrong.isPresent()) {
            return Answer.refused(wrong.get());
        }
        var sellerId = seller.map(UUID::fromString).orElse(null);
        if (status.isPresent() && !"ACTIVE".equals(status.get()) && !seesAll(call.caller(), sellerId)) {
            return Answer.refused(new Refusal.Plain(
                    Refusal.Kind.FORBIDDEN, "STATUS_FOR_STAFF", "Only staff may list what is not for sale."));
        }
        var category = category(call, tx);
        if (category.isEmpty()) {
            return Answer.of(new ListProducts.Page(List.of(), null));
        }
        return Answer.of(lists.answer(
                new ListProducts(
                        category.get().id(),
                        status.orElse(null),
                        sellerId,
                        sku.orElse(null),
                        cursor.orElse(null),
                        call.limit(24, 100),
                        call.query("q").orElse(null),
                        call.query("sort").orElse(null),
                        call.query("minPrice").map(Long::valueOf).orElse(null),
                        call.query("maxPrice").map(Long::valueOf).orElse(null),
                        call.query("available").map(Boolean::valueOf).orElse(null)),
                tx));
    }

    private static boolean text(Optional<String> text) {
        return text.map(words -> !words.isBlank() && words.length() <= 100).orElse(true);
    }

    private static boolean price(Optional<String> text) {
        return text.map(number -> number.matches("\\d{1,15}")).orElse(true);
    }

    private record Wanted(@Nullable UUID id) {}

    /// The category that is asked for, possibly none; empty when there is no such category.
    private Optional<Wanted> category(Call<Void> call, Tx tx) {
        var byId = call.query("categoryId").filter(CatalogueRoutes::id).map(UUID::fromString);
        if (byId.isPresent() || call.query("categoryId").isPresent()) {
            return byId.map(Wanted::new);
        }
        var slug = call.query("category");
        return slug.isEmpty()
                ? Optional.of(new Wanted(null))
                : slug.filter(s -> new Check().slug(s).refusal().isEmpty())
                        .flatMap(s -> trees.bySlugOrId(tx, s))
                        .map(node -> new Wanted(node.categoryId()));
    }

    private static boolean seesAll(Caller caller, @Nullable UUID sellerId) {
        return caller.staff() || (caller.has(SELLER) && caller.is(sellerId));
    }

    private static boolean id(String text) {
        return ID.matcher(text).matches();
    }

    private Answer<GetPriceHistory.History> history(Call<Void> call, Tx tx) {
        var id = call.pathId("productId");
        var variant = call.query("variantId");
        if (variant.isPresent() && !id(variant.get())) {
            return Answer.refused(Refusal.invalid("INVALID_VARIANT_ID", "variantId is a UUID."));
        }
        if (visible(call.caller(), tx, id).isEmpty()) {
            return Answer.refused(new ProductRefusal.UnknownProduct(id));
        }
        var days = call.caller().staff() ? null : DAYS_FOR_EVERYONE;
        return Answer.of(prices.answer(
                new GetPriceHistory(id, variant.map(UUID::fromString).orElse(null), days), tx));
    }

    private Answer<Interested> interest(Call<Void> call, Tx tx) {
        var id = call.pathId("productId");
        var product = shelf.find(tx, id)
                .filter(p -> Access.keepsCatalogue(call.caller()) || call.caller().is(p.sellerId()));
        return product.isEmpty()
                ? Answer.refused(new ProductRefusal.UnknownProduct(id))
                : Answer.of(new Interested(id, interest.lastDays(tx, id), Interest.DAYS));
    }
}

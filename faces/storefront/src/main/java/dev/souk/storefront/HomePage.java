package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import dev.souk.storefront.shop.Shipping;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The front door.
public final class HomePage {
    private static final int SHELF = 8;

    private final Front front;

    HomePage(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(Page.get("/", this::show));
    }

    /// A category with the product whose picture stands for it.
    public record Room(Category category, Listing.Item face) {}

    /// Products of one category on the front page.
    public record Shelf(Category category, List<Listing.Item> items) {}

    private Shown show(Turn turn) {
        var words = turn.words();
        var top = front.catalogue().categories(turn).categories();
        var rooms = top.stream()
                .map(category -> new Room(category, first(turn, category)))
                .filter(room -> room.face() != NOBODY)
                .toList();
        var fresh = front.catalogue().shelf(turn, "limit=" + SHELF + "&sort=newest").items();
        var small = front.catalogue().shelf(turn, "limit=" + SHELF + "&sort=name&minPrice=200&maxPrice=499&available=true").items();
        var shelves = rooms.stream().limit(2)
                .map(room -> new Shelf(room.category(),
                        front.catalogue().shelf(turn, "limit=" + SHELF + "&available=true&category=" + room.category().slug()).items()))
                .toList();
        return turn.html(200, "home.jte", Map.of(
                "shell", front.open(turn, front.config().name() + " – " + words.say("home.title"), words.say("home.description"), "", ""),
                "rooms", rooms, "fresh", fresh, "small", small, "shelves", shelves,
                "shipping", shipping(turn)));
    }

    private static final Listing.Item NOBODY =
            new Listing.Item(new UUID(0, 0), "", 0, "GBP", null, null, null);

    private Listing.Item first(Turn turn, Category category) {
        var items = front.catalogue().shelf(turn, "limit=1&available=true&category=" + category.slug()).items();
        return items.isEmpty() ? NOBODY : items.getFirst();
    }

    private Shipping shipping(Turn turn) {
        return front.catalogue().shipping(turn, turn.words().locale().getCountry(), "", "GBP", 0);
    }
}

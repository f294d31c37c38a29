package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import dev.souk.storefront.shop.Shipping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The front door.
public final class HomePage {
    private static final int SHELF = 10;

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
        var rooms = rooms(turn, top);
        var fresh = front.catalogue().shelf(turn, "limit=" + SHELF + "&sort=newest").items();
        var small = front.catalogue().shelf(turn, "limit=" + SHELF + "&sort=name&minPrice=200&maxPrice=499&available=true").items();
        var shelves = rooms.stream().limit(2)
                .map(room -> new Shelf(room.category(),
                        front.catalogue().shelf(turn, "limit=" + SHELF + "&available=true&category=" + room.category().slug()).items()))
                .toList();
        return turn.html(200, "home.jte", Map.of(
                "shell", front.open(turn, front.config().name() + " – " + words.say("home.title"), words.say("home.description"), "", ""),
                "rooms", rooms, "heroes", heroes(rooms), "fresh", fresh, "small", small, "shelves", shelves,
                "shipping", shipping(turn)));
    }

    /// Each category by a product that looks like none of the others'.
    private List<Room> rooms(Turn turn, List<Category> categories) {
        var seen = new HashSet<String>();
        var rooms = new ArrayList<Room>();
        for (var category : categories) {
            var items = front.catalogue().shelf(turn, "limit=24&available=true&category=" + category.slug()).items();
            items.stream()
                    .filter(item -> item.imageUrl() != null || seen.add(front.pictures().motif(item.name())))
                    .findFirst()
                    .or(() -> items.stream().findFirst())
                    .ifPresent(face -> rooms.add(new Room(category, face)));
        }
        return rooms;
    }

    private static List<Room> heroes(List<Room> rooms) {
        return IntStream.range(0, Math.min(3, rooms.size())).mapToObj(i -> rooms.get((1 + i * rooms.size() / 3) % rooms.size())).toList();
    }

    private Shipping shipping(Turn turn) {
        return front.catalogue().shipping(turn, turn.words().locale().getCountry(), "", "GBP", 0);
    }
}

package dev.souk.storefront;

import dev.souk.pages.Turn;
import dev.souk.pages.Words;
import dev.souk.pages.picture.Pictures;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import dev.souk.storefront.shop.Shipping;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands around the content of every page of the shop.
///
/// @param index whether search engines are welcome
public record Shell(
        Turn turn,
        String shop,
        String title,
        String description,
        List<Category> categories,
        int cartCount,
        String searched,
        String category,
        boolean index,
        Pictures pictures) {

    public Words words() {
        return turn.words();
    }

    public String say(String key, Object... arguments) {
        return turn.words().say(key, arguments);
    }

    public String money(long minor, String currency) {
        return turn.words().money(minor, currency);
    }

    /// A product's picture: its own, or the drawn one.
    public String picture(@Nullable String url, UUID id, String name) {
        return url == null || !url.startsWith("https:") ? pictures.of(id, name) : url;
    }

    /// A category's name in the shopper's language where the shop has one, otherwise as it is kept.
    public String name(Category category) {
        var key = "category." + category.slug();
        return turn.words().knows(key) ? say(key) : category.displayName();
    }

    /// The same for a tall frame.
    public String tall(Listing.Item item) {
        var url = item.imageUrl();
        return url == null || !url.startsWith("https:") ? pictures.tall(item.productId(), item.name()) : url;
    }

    /// A drawing for a page without goods.
    public String drawn(String name) {
        return pictures.url(name + ".svg");
    }

    /// A way of delivery in the shopper's language where the shop has one, otherwise as it is kept.
    public String method(Shipping.Method method) {
        var key = "method." + method.methodId();
        return turn.words().knows(key) ? say(key) : method.name();
    }

    public String band(Choice.Band band, String currency) {
        var min = band.min();
        var max = band.max();
        return min == null
                ? say("list.under", money(max == null ? 0 : max + 1L, currency))
                : max == null ? say("list.from", money(min, currency)) : say("list.between", money(min, currency), money(max + 1L, currency));
    }

    /// The way from the front door to a category, for the trail above a page.
    public List<Map.Entry<String, String>> way(List<Category> categories) {
        var all = new ArrayList<Map.Entry<String, String>>();
        all.add(Map.entry(say("ui.home.short"), "/"));
        categories.forEach(category -> all.add(Map.entry(name(category), "/c/" + category.slug())));
        return all;
    }

    public List<Map.Entry<String, String>> way(String address, String name) {
        return List.of(Map.entry(say("ui.home.short"), "/"), Map.entry(name, address));
    }

    Shell counting(int things) {
        return new Shell(turn, shop, title, description, categories, things, searched, category, index, pictures);
    }

    Shell searched(String text) {
        return new Shell(turn, shop, title, description, categories, cartCount, text, category, index, pictures);
    }

    public static String address(UUID id, String name) {
        return "/p/" + id + "/" + slug(name);
    }

    private static String slug(String name) {
        var slug = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "-" : slug;
    }
}

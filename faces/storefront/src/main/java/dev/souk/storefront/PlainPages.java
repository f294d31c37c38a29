package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.Site;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a shop has beside its goods.
final class PlainPages {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Front front;

    PlainPages(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/delivery", this::delivery),
                Page.get("/about", this::about),
                Page.get("/robots.txt", this::robots),
                Page.get("/sitemap.xml", this::sitemap),
                Page.get("/favicon.ico", turn -> turn.go(turn.assets().url("favicon.svg"))));
    }

    private Shown delivery(Turn turn) {
        var words = turn.words();
        var country = turn.query("country").filter(COUNTRIES::contains).orElse(words.locale().getCountry());
        return turn.html(200, "delivery.jte", Map.of(
                "shell", front.open(turn, words.say("delivery.title"), words.say("delivery.description"), "", ""),
                "country", country, "countries", Countries.of(words.locale()),
                "shipping", front.catalogue().shipping(turn, country, "", "GBP", 0)));
    }

    private Shown about(Turn turn) {
        var words = turn.words();
        return turn.html(200, "about.jte", Map.of(
                "shell", front.open(turn, words.say("about.title", front.config().name()), words.say("about.description"), "", "")));
    }

    private Shown robots(Turn turn) {
        return text("text/plain;charset=utf-8", """
                User-agent: *
                Disallow: /cart
                Disallow: /checkout
                Disallow: /orders
                Disallow: /search
                Sitemap: %s/sitemap.xml
                """.formatted(turn.origin()));
    }

    private Shown sitemap(Turn turn) {
        var all = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        add(all, turn.origin() + "/");
        front.catalogue().categories(turn).categories().forEach(category -> add(all, turn.origin() + "/c/" + category.slug()));
        add(all, turn.origin() + "/delivery");
        return text("application/xml;charset=utf-8", all.append("</urlset>\n").toString());
    }

    private static void add(StringBuilder all, String address) {
        all.append("  <url><loc>").append(address).append("</loc></url>\n");
    }

    private static Shown text(String type, String body) {
        return Site.text(200, type, body, "public, max-age=3600");
    }
}

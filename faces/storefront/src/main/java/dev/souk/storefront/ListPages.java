package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many products: a category, or what was searched.
final class ListPages {
    private static final int PAGE = 24;
    private static final int SUGGESTED = 6;
    private static final int LONGEST = 80;

    private final Front front;

    ListPages(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/c/{slug}", this::category),
                Page.get("/search", this::search),
                Page.get("/search/suggest", this::suggest));
    }

    private Shown category(Turn turn) {
        var way = front.catalogue().categories(turn).wayTo(turn.path("slug"));
        if (way.isEmpty()) {
            return turn.missing();
        }
        var category = way.getLast();
        var choice = Choice.of(turn, category.slug(), "");
        var list = front.catalogue().list(turn, choice.query(PAGE));
        var words = turn.words();
        var key = "category." + category.slug();
        var title = words.knows(key) ? words.say(key) : category.displayName();
        return turn.html(200, "list.jte", Map.of(
                "shell", front.open(turn, title, words.say("list.description", title), way.getFirst().slug(), ""),
                "title", title, "way", way, "list", list, "choice", choice));
    }

    private Shown search(Turn turn) {
        var searched = searched(turn);
        if (searched.isEmpty()) {
            return turn.html(200, "list.jte", Map.of(
                    "shell", front.own(turn, turn.words().say("search.title")),
                    "title", turn.words().say("search.title"), "way", List.<Category>of(), "list", Listing.NONE,
                    "choice", Choice.of(turn, "", "")));
        }
        var choice = Choice.of(turn, turn.query("category").filter(slug -> slug.matches("[a-z0-9-]{1,80}")).orElse(""), searched.get());
        var title = turn.words().say("search.found", searched.get());
        var shell = front.own(turn, title);
        return turn.html(200, "list.jte", Map.of(
                "shell", shell.searched(searched.get()), "title", title, "way", List.<Category>of(),
                "list", front.catalogue().list(turn, choice.query(PAGE)), "choice", choice));
    }

    private Shown suggest(Turn turn) {
        var searched = searched(turn).filter(text -> text.length() > 1);
        return turn.html(200, "suggest.jte", Map.of(
                "shell", front.bare(turn, ""),
                "searched", searched.orElse(""),
                "items", searched.map(text -> front.catalogue()
                                .list(turn, "limit=" + SUGGESTED + "&q=" + Client.escaped(text)).items())
                        .orElse(List.of())));
    }

    private static Optional<String> searched(Turn turn) {
        return turn.query("q").map(text -> text.substring(0, Math.min(LONGEST, text.length())));
    }
}

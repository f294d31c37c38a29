package dev.souk.backoffice.goods;

import dev.souk.backoffice.shop.Category;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The category trees, and each category's place in them.
public final class CategoryPages {
    private static final String[] KEEPERS = {"MERCHANDISER", "ADMIN"};

    private final Frame frame;

    public CategoryPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/categories", turn -> tree(turn, Entered.NOTHING)).only("MERCHANDISER", "MARKETING", "SUPPORT", "ADMIN"),
                Page.post("/categories", this::create).only(KEEPERS),
                Page.get("/categories/{id}", turn -> one(turn, Entered.NOTHING)).only(KEEPERS),
                form("save", this::save),
                form("move", (turn, id) -> done(turn, "POST", id + "/move", place(turn), "category.moved")),
                form("delete", (turn, id) -> done(turn, "DELETE", id, null, "category.deleted")));
    }

    @FunctionalInterface
    private interface Act {
        Shown go(Turn turn, String id);
    }

    private Page form(String name, Act act) {
        return Page.post("/categories/{id}/" + name, turn -> turn.id("id")
                .map(id -> Entered.act(turn, name, Map.of("SLUG_TAKEN", "slug"), entered -> one(turn, entered), () -> act.go(turn, id.toString())))
                .orElseGet(turn::missing)).only(KEEPERS);
    }

    private Shown tree(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "goods/categories.jte", "categories", turn.words().say("categories.title"),
                Map.of("tree", ProductListPages.tree(turn), "entered", entered));
    }

    private Shown create(Turn turn) {
        return Entered.act(turn, "new", Map.of("SLUG_TAKEN", "slug"), entered -> tree(turn, entered), () -> {
            var body = place(turn);
            body.put("slug", turn.fields().get("slug"));
            body.put("displayName", turn.fields().get("displayName"));
            return done(turn, "POST", "", body, "category.created");
        });
    }

    private static Map<String, Object> place(Turn turn) {
        var body = new HashMap<String, Object>();
        turn.fields().filled("parentCategoryId").ifPresent(id -> body.put("parentCategoryId", id));
        return body;
    }

    private Shown one(Turn turn, Entered entered) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/categories/" + id, Category.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        return frame.show(turn, entered.status(), "goods/category.jte", "categories", found.get().displayName(),
                Map.of("category", found.get(), "tree", ProductListPages.tree(turn), "entered", entered));
    }

    private Shown save(Turn turn, String id) {
        return done(turn, "PATCH", id, Map.of("slug", turn.fields().get("slug"), "displayName", turn.fields().get("displayName")),
                "category.saved");
    }

    private static Shown done(Turn turn, String method, String path, @Nullable Object body, String said) {
        turn.api().act(method, path.isEmpty() ? "/categories" : "/categories/" + path, body);
        Flash.done(turn, said);
        return turn.go("/backoffice/categories");
    }
}

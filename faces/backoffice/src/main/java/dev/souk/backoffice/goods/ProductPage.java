package dev.souk.backoffice.goods;

import dev.souk.backoffice.shop.Product;
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

/// One product: texts, price, variants, pictures, and where it stands.
public final class ProductPage {
    private static final String[] KEEPERS = {"MERCHANDISER", "ADMIN"};
    private static final Map<String, String> CODES = Map.of(
            "SKU_TAKEN", "sku", "UNKNOWN_CATEGORY", "category", "CATEGORY_NOT_FOUND", "category", "INVALID_IMAGE_URL", "url",
            "INVALID_URL", "url", "INVALID_WEIGHT", "weightGrams", "PRICE_REQUIRED", "price");

    private final Frame frame;

    public ProductPage(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/products/{id}", turn -> show(turn, Entered.NOTHING))
                        .only("MERCHANDISER", "MARKETING", "SUPPORT", "WAREHOUSE", "FINANCE", "ADMIN"),
                form("texts", this::texts),
                form("price", this::price),
                form("publish", (turn, id) -> change(turn, "POST", id + "/publish", Map.of("expectedVersion", version(turn)), "product.published")),
                form("discontinue", (turn, id) -> change(turn, "POST", id + "/discontinue",
                        Map.of("reason", turn.fields().get("reason"), "expectedVersion", version(turn)), "product.discontinued")),
                form("archive", (turn, id) -> change(turn, "PATCH", id, Map.of("status", turn.fields().get("status"), "expectedVersion", version(turn)), "product.saved")),
                form("delete", ProductPage::delete),
                form("variants", this::variant),
                form("variant", this::changeVariant),
                form("remove", (turn, id) -> change(turn, "DELETE", id + "/variants/" + turn.fields().get("variantId"), null, "product.variant.removed")),
                form("images", this::image));
    }

    @FunctionalInterface
    private interface Act {
        Shown go(Turn turn, String id);
    }

    private Page form(String name, Act act) {
        return Page.post("/products/{id}/" + name, turn -> turn.id("id")
                .map(id -> Entered.act(turn, name, CODES, entered -> show(turn, entered), () -> act.go(turn, id.toString())))
                .orElseGet(turn::missing)).only(KEEPERS);
    }

    private static long version(Turn turn) {
        var text = turn.fields().get("version");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private Shown show(Turn turn, Entered entered) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/products/" + id, Product.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var product = found.get();
        return frame.show(turn, entered.status(), "goods/product.jte", "products", product.name(), Map.of(
                "product", product,
                "entered", entered,
                "prices", turn.api().get("/products/" + product.productId() + "/prices", Product.Prices.class),
                "tree", ProductListPages.tree(turn)));
    }

    private static Shown change(Turn turn, String method, String path, @Nullable Object body, String said) {
        turn.api().act(method, "/products/" + path, body);
        Flash.done(turn, said);
        return turn.go("/backoffice/products/" + turn.path("id"));
    }

    private Shown texts(Turn turn, String id) {
        var fields = turn.fields();
        var body = new HashMap<String, Object>();
        body.put("name", fields.get("name"));
        body.put("attributes", Forms.pairs(turn, "attributes"));
        body.put("expectedVersion", version(turn));
        fields.filled("description").ifPresent(text -> body.put("description", text));
        fields.filled("category").ifPresent(slug -> body.put("category", slug));
        fields.filled("taxCategory").ifPresent(text -> body.put("taxCategory", text));
        var weight = Forms.numberOrNull(turn, "weightGrams");
        if (weight != null) {
            body.put("weightGrams", weight);
        }
        return change(turn, "PATCH", id, body, "product.saved");
    }

    private Shown price(Turn turn, String id) {
        var fields = turn.fields();
        var body = new HashMap<String, Object>();
        body.put("price", Forms.amount(turn, "price", fields.get("currency")));
        body.put("currency", fields.get("currency"));
        body.put("expectedVersion", version(turn));
        var from = Forms.timeOrNull(turn, "effectiveAt");
        if (from != null) {
            body.put("effectiveAt", from);
        }
        fields.filled("reason").ifPresent(text -> body.put("reason", text));
        return change(turn, "PUT", id + "/price", body, from == null ? "product.price.set" : "product.price.later");
    }

    private static Shown delete(Turn turn, String id) {
        turn.api().act("DELETE", "/products/" + id + "?reason=OTHER", null);
        Flash.done(turn, "product.deleted");
        return turn.go("/backoffice/products");
    }

    private Shown variant(Turn turn, String id) {
        var body = variantBody(turn);
        body.put("sku", turn.fields().get("sku"));
        return change(turn, "POST", id + "/variants", body, "product.variant.added");
    }

    private Shown changeVariant(Turn turn, String id) {
        return change(turn, "PATCH", id + "/variants/" + turn.fields().get("variantId"), variantBody(turn), "product.variant.saved");
    }

    private static Map<String, Object> variantBody(Turn turn) {
        var body = new HashMap<String, Object>();
        body.put("attributes", Forms.pairs(turn, "attributes"));
        var price = Forms.amountOrNull(turn, "price", turn.fields().get("currency"));
        if (price != null) {
            body.put("price", price);
        }
        body.put("expectedVersion", version(turn));
        return body;
    }

    private Shown image(Turn turn, String id) {
        return change(turn, "POST", id + "/images", Map.of(
                "url", turn.fields().get("url"), "primary", turn.fields().ticked("primary"), "expectedVersion", version(turn)),
                "product.image.added");
    }
}

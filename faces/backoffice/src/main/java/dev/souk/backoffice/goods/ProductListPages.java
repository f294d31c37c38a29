package dev.souk.backoffice.goods;

import dev.souk.backoffice.shop.Category;
import dev.souk.backoffice.shop.Goods;
import dev.souk.backoffice.shop.Product;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All products, a new one, and what is done to many at once.
public final class ProductListPages {
    private static final int PAGE = 50;
    private static final String[] KEEPERS = {"MERCHANDISER", "ADMIN"};

    private final Frame frame;

    public ProductListPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/products", this::list).only("MERCHANDISER", "MARKETING", "SUPPORT", "WAREHOUSE", "FINANCE", "ADMIN"),
                Page.post("/products/publish", this::publish).only(KEEPERS),
                Page.get("/products/new", turn -> fresh(turn, Entered.NOTHING)).only(KEEPERS),
                Page.post("/products/new", this::create).only(KEEPERS));
    }

    private Shown list(Turn turn) {
        var choice = Choice.of(turn);
        return frame.show(turn, "goods/list.jte", "products", turn.words().say("products.title"), Map.of(
                "choice", choice,
                "goods", turn.api().get("/products" + choice.query(PAGE), Goods.class),
                "tree", tree(turn)));
    }

    static Category.Tree tree(Turn turn) {
        return turn.api().get("/categories", Category.Tree.class);
    }

    /// Each on its own: one that is not ready keeps none of the others back.
    private Shown publish(Turn turn) {
        int done = 0;
        int refused = 0;
        for (var picked : turn.fields().list("pick")) {
            var parts = picked.split(":", 2);
            if (parts.length == 2 && Turn.uuid(parts[0]).isPresent() && parts[1].matches("\\d{1,18}")) {
                try {
                    turn.api().act("POST", "/products/" + parts[0] + "/publish", Map.of("expectedVersion", Long.parseLong(parts[1])));
                    done++;
                } catch (Refused no) {
                    if (no.status() == 401 || no.status() == 403 || no.status() == 429) {
                        throw no;
                    }
                    refused++;
                }
            }
        }
        if (refused > 0) {
            Flash.warn(turn, "products.published.some", String.valueOf(done), String.valueOf(refused));
        } else {
            Flash.done(turn, "products.published", String.valueOf(done));
        }
        return turn.go("/backoffice/products?status=DRAFT");
    }

    private Shown fresh(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "goods/new.jte", "products", turn.words().say("products.new"),
                Map.of("entered", entered, "tree", tree(turn)));
    }

    private Shown create(Turn turn) {
        return Entered.act(turn, "new", Map.of("SKU_TAKEN", "sku", "DUPLICATE_SKU", "sku", "UNKNOWN_CATEGORY", "category"),
                entered -> fresh(turn, entered), () -> {
            var fields = turn.fields();
            var body = new HashMap<String, Object>();
            body.put("sku", fields.get("sku"));
            body.put("name", fields.get("name"));
            body.put("currency", fields.get("currency"));
            body.put("price", Forms.amount(turn, "price", fields.get("currency")));
            body.put("status", "DRAFT");
            fields.filled("description").ifPresent(text -> body.put("description", text));
            fields.filled("category").ifPresent(slug -> body.put("category", slug));
            var made = turn.api().send("POST", "/products", body, Product.class);
            Flash.done(turn, "products.created", made.name());
            return turn.go("/backoffice/products/" + made.productId());
        });
    }
}

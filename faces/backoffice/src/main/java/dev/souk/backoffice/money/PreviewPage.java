package dev.souk.backoffice.money;

import dev.souk.backoffice.goods.Forms;
import dev.souk.backoffice.shop.Goods;
import dev.souk.backoffice.shop.Promotion;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What promotions do to a sample cart, before anybody buys one. Nothing is held or written.
public final class PreviewPage {
    private static final String[] READERS = {"MERCHANDISER", "MARKETING", "SUPPORT", "ADMIN"};
    private static final int MOST = 20;

    private final Frame frame;

    public PreviewPage(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/promotions/preview", turn -> show(turn, Entered.NOTHING, new Result("", 0, List.of(), new Promotion.Discount(0, List.of(), List.of()))))
                        .only(READERS),
                Page.post("/promotions/preview", this::calculate).only(READERS));
    }

    /// @param currency empty before anything was tried
    public record Result(String currency, long subtotal, List<Line> lines, Promotion.Discount discount) {}

    public record Line(UUID productId, String sku, String name, int quantity, long unitPrice) {
        public long gross() {
            return unitPrice * quantity;
        }
    }

    private Shown show(Turn turn, Entered entered, Result result) {
        return frame.show(turn, entered.status(), "money/preview.jte", "promotions", turn.words().say("preview.title"),
                Map.of("entered", entered, "result", result));
    }

    private Shown calculate(Turn turn) {
        var none = new Result("", 0, List.of(), new Promotion.Discount(0, List.of(), List.of()));
        return Entered.act(turn, "preview", Map.of(), entered -> show(turn, entered, none), () -> {
            var found = new ArrayList<Goods.Item>();
            var lines = lines(turn, found);
            var currency = found.getFirst().currency();
            if (found.stream().anyMatch(item -> !item.currency().equals(currency))) {
                throw new Entered.Mistake("lines", turn.words().say("preview.currencies"));
            }
            var subtotal = lines.stream().mapToLong(Line::gross).sum();
            var body = new HashMap<String, Object>();
            body.put("currency", currency);
            body.put("subtotal", subtotal);
            body.put("lines", lines.stream().map(line -> Map.of(
                    "productId", line.productId(), "sku", line.sku(), "quantity", line.quantity(), "unitPrice", line.unitPrice())).toList());
            turn.fields().filled("code").ifPresent(code -> body.put("promotionCode", code));
            turn.fields().filled("group").ifPresent(group -> body.put("customerGroup", group));
            var shipping = Forms.amountOrNull(turn, "shipping", currency);
            if (shipping != null) {
                body.put("shipping", shipping);
            }
            var discount = turn.api().send("POST", "/discounts/calculate", body, Promotion.Discount.class);
            return show(turn, new Entered("preview", turn.fields(), Wrong.NOTHING), new Result(currency, subtotal, lines, discount));
        });
    }

    private static List<Line> lines(Turn turn, List<Goods.Item> found) {
        var lines = new ArrayList<Line>();
        for (var text : turn.fields().get("lines").lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST).toList()) {
            var at = text.lastIndexOf(' ');
            var counted = at > 0 && text.substring(at + 1).matches("\\d{1,4}");
            var sku = counted ? text.substring(0, at).strip() : text;
            var item = turn.api().get("/products?status=ANY&sku=" + Client.escaped(sku), Goods.class).items().stream().findFirst()
                    .orElseThrow(() -> new Entered.Mistake("lines", turn.words().say("preview.unknown", sku)));
            found.add(item);
            lines.add(new Line(item.productId(), sku, item.name(), counted ? Math.max(1, Integer.parseInt(text.substring(at + 1))) : 1, item.price()));
        }
        if (lines.isEmpty()) {
            throw new Entered.Mistake("lines", turn.words().say("preview.none"));
        }
        return lines;
    }
}

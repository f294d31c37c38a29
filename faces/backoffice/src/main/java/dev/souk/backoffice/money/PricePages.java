package dev.souk.backoffice.money;

import dev.souk.backoffice.goods.Forms;
import dev.souk.backoffice.shop.Pricing;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Amounts;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Pricing rules and price lists.
public final class PricePages {
    private static final String[] READERS = {"MERCHANDISER", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"};
    private static final String[] KEEPERS = {"MERCHANDISER", "ADMIN"};

    private final Frame frame;

    public PricePages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/prices", turn -> rules(turn, Entered.NOTHING)).only(READERS),
                Page.post("/prices", this::create).only(KEEPERS),
                Page.post("/prices/{id}/end", this::end).only(KEEPERS),
                Page.get("/price-lists/{id}", turn -> list(turn, Entered.NOTHING)).only(READERS),
                Page.post("/price-lists/{id}", this::set).only(KEEPERS));
    }

    private Shown rules(Turn turn, Entered entered) {
        var after = turn.query("after").flatMap(Turn::uuid);
        var rules = turn.api().get("/pricing/rules?limit=50" + after.map(id -> "&after=" + id).orElse(""), Pricing.Rules.class);
        return frame.show(turn, entered.status(), "money/rules.jte", "prices", turn.words().say("prices.title"), Map.of(
                "rules", rules,
                "lists", rules.rules().stream().map(rule -> rule.action().priceListId()).filter(Objects::nonNull).distinct().toList(),
                "fresh", UUID.randomUUID().toString(),
                "begun", after.isPresent(),
                "entered", entered));
    }

    private Shown create(Turn turn) {
        return Entered.act(turn, "rule", Map.of("INVALID_TIERS", "tiers", "INVALID_ACTION", "tiers", "INVALID_DISCOUNT", "tiers", "INVALID_UNIT_PRICE", "tiers", "INVALID_MIN_QUANTITY", "tiers"), entered -> rules(turn, entered), () -> {
            var fields = turn.fields();
            var condition = new HashMap<String, Object>();
            var skus = words(fields.get("skus"));
            if (!skus.isEmpty()) {
                condition.put("skus", skus);
            }
            fields.filled("customerGroup").ifPresent(text -> condition.put("customerGroup", text));
            fields.filled("channel").ifPresent(text -> condition.put("channel", text));
            var body = new HashMap<String, Object>();
            body.put("kind", fields.get("kind"));
            body.put("name", fields.get("name"));
            body.put("condition", condition);
            body.put("action", fields.get("kind").equals("PRICE_LIST")
                    ? Map.of("priceListId", fields.filled("priceListId").flatMap(Turn::uuid)
                            .orElseThrow(() -> new Entered.Mistake("priceListId", turn.words().say("prices.list.none"))))
                    : Map.of("tiers", tiers(turn)));
            body.put("priority", Forms.number(turn, "priority"));
            var from = Forms.timeOrNull(turn, "from");
            var to = Forms.timeOrNull(turn, "to");
            if (from != null) {
                body.put("from", from);
            }
            if (to != null) {
                body.put("to", to);
            }
            turn.api().act("POST", "/pricing/rules", body);
            Flash.done(turn, "prices.created", fields.get("name"));
            return turn.go("/backoffice/prices");
        });
    }

    private static List<String> words(String text) {
        return text.lines().flatMap(line -> List.of(line.split("[,;]", 1_000)).stream()).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    /// `10: 5%` or `10: 4.50 GBP`, one a line.
    private static List<Map<String, Object>> tiers(Turn turn) {
        var tiers = new ArrayList<Map<String, Object>>();
        for (var line : turn.fields().get("tiers").lines().filter(text -> !text.isBlank()).toList()) {
            var parts = line.strip().split("\\s*:\\s*", 2);
            var percent = parts.length == 2 && parts[1].matches("\\d{1,3}([.,]\\d{1,4})?\\s*%");
            var price = parts.length == 2 && parts[1].matches("\\d{1,9}([.,]\\d{1,3})? [A-Z]{3}");
            if (!parts[0].matches("\\d{1,7}") || !(percent || price)) {
                throw new Entered.Mistake("tiers", turn.words().say("prices.tiers.hint"));
            }
            var tier = new HashMap<String, Object>();
            tier.put("minQuantity", Integer.parseInt(parts[0]));
            if (percent) {
                tier.put("discount", new BigDecimal(parts[1].replace("%", "").strip().replace(',', '.')).movePointLeft(2));
            } else {
                var money = parts[1].split(" ", 2);
                tier.put("unitPrice", Amounts.minor(money[0], money[1])
                        .orElseThrow(() -> new Entered.Mistake("tiers", turn.words().say("prices.tiers.hint"))));
                tier.put("currency", money[1]);
            }
            tiers.add(tier);
        }
        return tiers;
    }

    private Shown end(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        return Entered.act(turn, "end", Map.of(), entered -> rules(turn, entered), () -> {
            turn.api().act("POST", "/pricing/rules/" + id.get() + "/deactivate", null);
            Flash.done(turn, "prices.ended");
            return turn.go("/backoffice/prices");
        });
    }

    private Shown list(Turn turn, Entered entered) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        var after = turn.query("after").map(text -> "&after=" + Client.escaped(text)).orElse("");
        return frame.show(turn, entered.status(), "money/list.jte", "prices", turn.words().say("prices.list"), Map.of(
                "id", id.get().toString(),
                "entries", turn.api().get("/pricing/price-lists/" + id.get() + "/entries?limit=100" + after, Pricing.Entries.class),
                "entered", entered));
    }

    private Shown set(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        return Entered.act(turn, "entry", Map.of("INVALID_AMOUNT", "price"), entered -> list(turn, entered), () -> {
            var currency = turn.fields().get("currency");
            var entry = new HashMap<String, Object>();
            entry.put("sku", turn.fields().get("sku"));
            entry.put("price", Map.of("amount", Forms.amount(turn, "price", currency), "currency", currency));
            var from = Forms.timeOrNull(turn, "from");
            var to = Forms.timeOrNull(turn, "to");
            if (from != null) {
                entry.put("from", from);
            }
            if (to != null) {
                entry.put("to", to);
            }
            turn.api().act("POST", "/pricing/price-lists/" + id.get() + "/entries", Map.of("entries", List.of(entry)));
            Flash.done(turn, "prices.entry.set", turn.fields().get("sku"));
            return turn.go("/backoffice/price-lists/" + id.get());
        });
    }
}

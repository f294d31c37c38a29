package dev.souk.backoffice.stock;

import dev.souk.backoffice.goods.Forms;
import dev.souk.backoffice.shop.LowStock;
import dev.souk.backoffice.shop.Stock;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Stock: what runs low, one sku with its movements, and what is booked on it.
public final class StockPages {
    private static final String[] READERS = {"MERCHANDISER", "SUPPORT", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN"};
    private static final String[] LOW = {"MERCHANDISER", "WAREHOUSE", "ADMIN"};
    private static final String[] BOOKERS = {"WAREHOUSE", "ADMIN"};
    private static final String[] LEDGER = {"WAREHOUSE", "FINANCE", "AUDITOR", "ADMIN"};
    private static final String[] PLACES = {"MERCHANDISER", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN"};
    private static final int PAGE = 50;

    private final Frame frame;

    public StockPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/stock", this::list).only(READERS),
                Page.get("/stock/{sku}", turn -> show(turn, Entered.NOTHING)).only(READERS),
                form("receipts", this::receive, BOOKERS),
                form("adjustments", this::adjust, BOOKERS),
                form("transfers", this::transfer, BOOKERS),
                form("policy", this::policy, "MERCHANDISER", "ADMIN"));
    }

    @FunctionalInterface
    private interface Act {
        Shown go(Turn turn, String sku);
    }

    private Page form(String name, Act act, String... roles) {
        return Page.post("/stock/{sku}/" + name, turn ->
                        Entered.act(turn, name, Map.of("INSUFFICIENT_STOCK", name.equals("adjustments") ? "delta" : "quantity"),
                                entered -> show(turn, entered), () -> act.go(turn, turn.path("sku"))))
                .only(roles);
    }

    private Shown list(Turn turn) {
        var wanted = turn.query("sku");
        if (wanted.isPresent()) {
            return turn.go("/backoffice/stock/" + Client.escaped(wanted.get()));
        }
        var shell = frame.shell(turn, "stock", turn.words().say("stock.title"));
        var cursor = turn.query("cursor");
        return turn.html(200, "stock/list.jte", Map.of(
                "shell", shell,
                "low", shell.may(LOW)
                        ? turn.api().get("/inventory/low-stock?limit=" + PAGE
                                + cursor.map(text -> "&cursor=" + Client.escaped(text)).orElse(""), LowStock.class)
                        : new LowStock(List.of(), null),
                "begun", cursor.isPresent()));
    }

    private static String path(String sku) {
        return "/inventory/" + Client.escaped(sku);
    }

    private Shown show(Turn turn, Entered entered) {
        var sku = turn.path("sku");
        var shell = frame.shell(turn, "stock", sku);
        var found = turn.api().find(path(sku), Stock.class);
        if (found.isEmpty()) {
            return frame.show(turn, 404, "stock/unknown.jte", "stock", turn.words().say("stock.unknown"), Map.of("sku", sku));
        }
        var at = turn.query("location").filter(text -> text.matches("[A-Z0-9_-]{1,20}")).orElse("MAIN");
        var places = shell.may(PLACES)
                ? turn.api().get("/inventory/locations", Stock.Locations.class)
                : new Stock.Locations(List.of());
        var parameters = new HashMap<String, Object>(Map.of(
                "shell", shell, "stock", found.get(), "entered", entered, "places", places, "at", at,
                "key", UUID.randomUUID().toString(), "ledgered", shell.may(LEDGER)));
        parameters.put("ledger", shell.may(LEDGER) ? ledger(turn, sku, at) : new Stock.Ledger(List.of(), new Stock.Balance(0, 0), new Stock.Balance(0, 0), null));
        return turn.html(entered.status(), "stock/one.jte", parameters);
    }

    private static Stock.Ledger ledger(Turn turn, String sku, String at) {
        var after = turn.query("after").filter(text -> text.matches("\\d{1,18}")).orElse("0");
        return turn.api().find(path(sku) + "/ledger?location=" + at + "&limit=" + PAGE + "&after=" + after, Stock.Ledger.class)
                .orElseGet(() -> new Stock.Ledger(List.of(), new Stock.Balance(0, 0), new Stock.Balance(0, 0), null));
    }

    private static Shown booked(Turn turn, String sku, String route, Object body, String said) {
        turn.api().act("POST", path(sku) + "/" + route, body);
        Flash.done(turn, said, sku);
        return turn.go("/backoffice/stock/" + Client.escaped(sku));
    }

    private Shown receive(Turn turn, String sku) {
        var body = new HashMap<String, Object>();
        body.put("receiptId", turn.fields().get("key"));
        body.put("locationId", turn.fields().get("locationId"));
        body.put("quantity", Forms.number(turn, "quantity"));
        turn.fields().filled("supplierRef").ifPresent(text -> body.put("supplierRef", text));
        return booked(turn, sku, "receipts", body, "stock.received");
    }

    private Shown adjust(Turn turn, String sku) {
        var body = new HashMap<String, Object>();
        body.put("adjustmentId", turn.fields().get("key"));
        body.put("locationId", turn.fields().get("locationId"));
        body.put("delta", Forms.number(turn, "delta"));
        body.put("reason", turn.fields().get("reason"));
        turn.fields().filled("note").ifPresent(text -> body.put("note", text));
        return booked(turn, sku, "adjustments", body, "stock.adjusted");
    }

    private Shown transfer(Turn turn, String sku) {
        return booked(turn, sku, "transfers", Map.of(
                "transferId", turn.fields().get("key"), "from", turn.fields().get("from"), "to", turn.fields().get("to"),
                "quantity", Forms.number(turn, "quantity")), "stock.transferred");
    }

    private Shown policy(Turn turn, String sku) {
        var body = new HashMap<String, Object>();
        body.put("reorderPoint", Forms.number(turn, "reorderPoint"));
        body.put("autoReorderAt", Forms.number(turn, "autoReorderAt"));
        var quantity = Forms.numberOrNull(turn, "reorderQuantity");
        if (quantity != null) {
            body.put("reorderQuantity", quantity);
        }
        turn.api().with("If-Match", "\"" + turn.fields().get("version").replaceAll("\\D", "") + "\"").act("PUT", path(sku) + "/reorder-policy", body);
        Flash.done(turn, "stock.policy.saved", sku);
        return turn.go("/backoffice/stock/" + Client.escaped(sku));
    }
}

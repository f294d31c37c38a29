package dev.souk.backoffice.stock;

import dev.souk.backoffice.shop.Stock;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Bookings of many skus at once, and the places that stock lies at.
public final class BookingPages {
    private static final String[] BOOKERS = {"WAREHOUSE", "ADMIN"};
    private static final String[] PLACES = {"MERCHANDISER", "WAREHOUSE", "FINANCE", "OPERATOR", "AUDITOR", "ADMIN"};
    private static final int LINES = 5_000;
    private static final int ROOM = 512 * 1024;

    private final Frame frame;

    public BookingPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/deliveries", turn -> many(turn, "delivery", Entered.NOTHING)).only(BOOKERS),
                Page.post("/deliveries", this::deliver).only(BOOKERS).upTo(ROOM),
                Page.get("/stock-takes", turn -> many(turn, "take", Entered.NOTHING)).only(BOOKERS),
                Page.post("/stock-takes", this::take).only(BOOKERS).upTo(ROOM),
                Page.get("/locations", turn -> places(turn, Entered.NOTHING)).only(PLACES),
                Page.post("/locations", this::add).only(BOOKERS));
    }

    private static Stock.Locations locations(Turn turn) {
        return turn.api().get("/inventory/locations", Stock.Locations.class);
    }

    private Shown many(Turn turn, String what, Entered entered) {
        return frame.show(turn, entered.status(), "stock/many.jte", what.equals("take") ? "takes" : "deliveries",
                turn.words().say("stock." + what), Map.of(
                        "what", what, "entered", entered, "places", locations(turn), "key", UUID.randomUUID().toString()));
    }

    private record Line(String sku, int number) {}

    /// `MUG-1 12` or `MUG-1;12`, one a line.
    private static List<Line> lines(Turn turn) {
        var lines = new ArrayList<Line>();
        for (var text : turn.fields().get("lines").lines().filter(line -> !line.isBlank()).toList()) {
            var at = Math.max(text.stripTrailing().lastIndexOf(' '), Math.max(text.lastIndexOf(';'), text.lastIndexOf('\t')));
            var number = at < 0 ? "" : text.substring(at + 1).strip();
            if (at < 1 || !number.matches("\\d{1,9}") || lines.size() >= LINES) {
                throw new Entered.Mistake("lines", turn.words().say("stock.lines.wrong", String.valueOf(lines.size() + 1)));
            }
            lines.add(new Line(text.substring(0, at).strip(), Integer.parseInt(number)));
        }
        if (lines.isEmpty()) {
            throw new Entered.Mistake("lines", turn.words().say("stock.lines.none"));
        }
        return lines;
    }

    private Shown deliver(Turn turn) {
        return Entered.act(turn, "delivery", Map.of("UNKNOWN_SKU", "lines", "INVALID_SKU", "lines", "INVALID_INPUT", "lines"), entered -> many(turn, "delivery", entered), () -> {
            var lines = lines(turn);
            var body = new HashMap<String, Object>();
            body.put("deliveryId", turn.fields().get("key"));
            body.put("locationId", turn.fields().get("locationId"));
            body.put("lines", lines.stream().map(line -> Map.of("sku", line.sku(), "quantity", line.number())).toList());
            turn.fields().filled("supplierRef").ifPresent(text -> body.put("supplierRef", text));
            turn.api().act("POST", "/inventory/receipts", body);
            Flash.done(turn, "stock.delivery.done", String.valueOf(lines.size()));
            return turn.go("/backoffice/deliveries");
        });
    }

    private Shown take(Turn turn) {
        return Entered.act(turn, "take", Map.of("UNKNOWN_SKU", "lines", "INVALID_SKU", "lines", "INVALID_INPUT", "lines"), entered -> many(turn, "take", entered), () -> {
            var lines = lines(turn);
            turn.api().act("POST", "/inventory/stock-takes", Map.of(
                    "stockTakeId", turn.fields().get("key"),
                    "locationId", turn.fields().get("locationId"),
                    "counts", lines.stream().map(line -> Map.of("sku", line.sku(), "counted", line.number())).toList()));
            Flash.done(turn, "stock.take.done", String.valueOf(lines.size()));
            return turn.go("/backoffice/stock-takes");
        });
    }

    private Shown places(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "stock/places.jte", "places", turn.words().say("places.title"),
                Map.of("places", locations(turn), "entered", entered));
    }

    private Shown add(Turn turn) {
        return Entered.act(turn, "place", Map.of("INVALID_LOCATION", "locationId", "LOCATION_EXISTS", "locationId"), entered -> places(turn, entered), () -> {
            var priority = turn.fields().number("priority", 0);
            turn.api().act("POST", "/inventory/locations", Map.of(
                    "locationId", turn.fields().get("locationId"), "name", turn.fields().get("name"), "priority", priority));
            Flash.done(turn, "places.added", turn.fields().get("name"));
            return turn.go("/backoffice/locations");
        });
    }
}

package dev.souk.backoffice.orders;

import dev.souk.backoffice.form.Days;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Orders by state, time, customer and number; and those on hold.
public final class OrderLists {
    public static final List<String> STATES =
            List.of("CREATED", "CONFIRMED", "ON_HOLD", "AWAITING_FULFILMENT", "FULFILLING", "CANCELLED");

    private final Frame frame;

    public OrderLists(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(Page.get("/orders", this::list), Page.get("/orders/held", this::held));
    }

    private Shown list(Turn turn) {
        var wanted = turn.query("q").orElse("").toUpperCase(Locale.ROOT);
        var number = wanted.matches("[0-9]{8}") ? "ORD-" + wanted : wanted;
        var id = Turn.uuid(number);
        if (id.isPresent() && turn.api().find("/orders/" + id.get(), Order.class).isPresent()) {
            return turn.go(frame.home() + "/orders/" + id.get());
        }
        var status = turn.query("status").filter(STATES::contains);
        var known = number.isEmpty() || number.matches("ORD-[0-9]{8}") || id.isPresent();
        var listing = known
                ? turn.api().get(asked(turn, number, status), Listing.class)
                : new Listing(List.of(), null);
        var model = new HashMap<String, @Nullable Object>();
        model.put("listing", listing);
        model.put("q", turn.query("q").orElse(""));
        model.put("known", known);
        model.put("status", status.orElse(""));
        model.put("from", turn.query("from").orElse(""));
        model.put("to", turn.query("to").orElse(""));
        model.put("narrowed", turn.query("q").or(() -> status).or(() -> turn.query("from")).or(() -> turn.query("to")).isPresent());
        model.put("first", turn.query("cursor").map(_ -> here(turn, Optional.empty())).orElse(null));
        model.put("next", listing.nextCursor() == null ? null : here(turn, Optional.of(listing.nextCursor())));
        return frame.show(turn, "orders/list.jte", "orders", turn.words().say("orders.title"), model);
    }

    private static String asked(Turn turn, String number, Optional<String> status) {
        return new Query("/orders")
                .and("limit", "50")
                .and("status", status)
                .and("from", Days.from(turn))
                .and("to", Days.to(turn))
                .and("confirmation", Optional.of(number).filter(text -> text.startsWith("ORD-")))
                .and("customerId", Turn.uuid(number).map(Object::toString))
                .and("cursor", turn.query("cursor").filter(cursor -> cursor.matches("[0-9]{8}")))
                .toString();
    }

    private String here(Turn turn, Optional<String> cursor) {
        var query = new Query(frame.home() + "/orders");
        for (var name : List.of("q", "status", "from", "to")) {
            query.and(name, turn.query(name));
        }
        return query.and("cursor", cursor).toString();
    }

    private Shown held(Turn turn) {
        var cursor = turn.query("cursor").flatMap(Turn::uuid).map(Object::toString);
        var held = turn.api().get(new Query("/orders/holds").and("limit", "50").and("cursor", cursor).toString(), Listing.Held.class);
        var next = held.nextCursor();
        var model = new HashMap<String, @Nullable Object>(Map.of("held", held));
        model.put("first", cursor.map(_ -> frame.home() + "/orders/held").orElse(null));
        model.put("next", next == null ? null : frame.home() + "/orders/held?cursor=" + next);
        return frame.show(turn, "orders/held.jte", "held", turn.words().say("held.title"), model);
    }
}

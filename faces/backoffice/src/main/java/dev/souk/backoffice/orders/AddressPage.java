package dev.souk.backoffice.orders;

import dev.souk.backoffice.form.Doing;
import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends an order elsewhere. What stands there now is not shown: the whole address is written anew.
public final class AddressPage {
    private static final List<String> FIELDS =
            List.of("recipientName", "line1", "line2", "city", "region", "postalCode", "countryCode", "phone");

    private final Frame frame;

    public AddressPage(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/orders/{id}/address", turn -> show(turn, Wrong.NOTHING)),
                Page.post("/orders/{id}/address", this::send));
    }

    private Shown show(Turn turn, Wrong wrong) {
        var order = turn.id("id").flatMap(id -> turn.api().find("/orders/" + id, Order.class));
        return order.isEmpty()
                ? turn.missing()
                : frame.show(
                        turn, wrong.isEmpty() ? 200 : 409, "orders/address.jte", "orders", turn.words().say("address.title"),
                        Map.of("order", order.get(), "fields", turn.fields(), "wrong", wrong));
    }

    private Shown send(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        return Doing.of(turn, () -> {
            turn.api().act("PUT", "/orders/" + id.get() + "/delivery-address", Map.of(
                    "deliveryAddress", address(turn.fields()),
                    "expectedVersion", turn.fields().number("version", 0)));
            Flash.done(turn, "address.changed");
            return turn.go(frame.home() + "/orders/" + id.get());
        }, wrong -> show(turn, wrong));
    }

    static Map<String, @Nullable Object> address(Fields fields) {
        var address = new HashMap<String, @Nullable Object>();
        FIELDS.forEach(name -> address.put(name, fields.orNull(name)));
        return address;
    }
}

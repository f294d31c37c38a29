package dev.souk.backoffice.orders;

import dev.souk.backoffice.form.Amount;
import dev.souk.backoffice.form.Doing;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order, and everything that support does with it.
public final class OrderPages {
    private static final List<String> CANCEL = List.of("CUSTOMER_REQUESTED", "OUT_OF_STOCK", "PAYMENT_FAILED", "FRAUD");
    private static final List<String> HOLD = List.of("ADDRESS_VERIFICATION", "PAYMENT_REVIEW", "FRAUD_REVIEW", "INVENTORY_RECHECK");

    private final Frame frame;

    public OrderPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/orders/{id}", turn -> show(turn, Wrong.NOTHING, Optional.empty())),
                Page.post("/orders/{id}/reveal", this::reveal),
                Page.post("/orders/{id}/cancel", this::cancel),
                Page.post("/orders/{id}/hold", this::hold),
                Page.post("/orders/{id}/release", this::release),
                Page.post("/orders/{id}/notes", this::note),
                Page.post("/orders/{id}/refund", this::refund));
    }

    private Shown show(Turn turn, Wrong wrong, Optional<String> purpose) {
        var id = turn.id("id");
        return id.isEmpty() ? turn.missing() : show(turn, id.get(), wrong, purpose);
    }

    private Shown show(Turn turn, UUID id, Wrong wrong, Optional<String> purpose) {
        var api = purpose.map(text -> turn.api().with("Purpose", text)).orElse(turn.api());
        return api.find("/orders/" + id, Order.class)
                .map(order -> shown(turn, order, wrong, purpose.isPresent()))
                .orElseGet(turn::missing);
    }

    private Shown shown(Turn turn, Order order, Wrong wrong, boolean open) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("order", order);
        model.put("money", turn.api().get("/payments?orderId=" + order.orderId(), Money.class));
        model.put("course", Course.of(order, turn.words()));
        model.put("wrong", wrong.rest());
        model.put("open", open);
        model.put("cancelReasons", CANCEL);
        model.put("holdReasons", HOLD);
        return frame.show(
                turn, wrong.isEmpty() ? 200 : 409, "orders/order.jte", "orders",
                turn.words().say("order.title", order.confirmationNumber()), model);
    }

    /// Shown in clear for once; the API keeps the reason. There is no address to come back to.
    private Shown reveal(Turn turn) {
        var purpose = turn.fields().get("purpose");
        return Doing.of(turn, () -> show(turn, Wrong.NOTHING, Optional.of(purpose)), wrong -> show(turn, wrong, Optional.empty()));
    }

    private Shown cancel(Turn turn) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("reason", turn.fields().get("reason"));
        body.put("note", turn.fields().orNull("note"));
        return act(turn, "/cancel", body, "order.cancelled");
    }

    private Shown hold(Turn turn) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("reason", turn.fields().get("reason"));
        body.put("customerMessage", turn.fields().orNull("customerMessage"));
        return act(turn, "/hold", body, "order.held");
    }

    private Shown release(Turn turn) {
        return Turn.uuid(turn.fields().get("hold"))
                .map(hold -> act(turn, "/holds/" + hold + "/release", Map.of("resolution", turn.fields().get("resolution")), "order.released"))
                .orElseGet(turn::missing);
    }

    private Shown note(Turn turn) {
        return act(turn, "/notes", Map.of("note", turn.fields().get("note")), "order.noted");
    }

    private Shown act(Turn turn, String path, Map<String, ? extends @Nullable Object> body, String said) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        return Doing.of(turn, () -> {
            keyed(turn).act("POST", "/orders/" + id.get() + path, body);
            Flash.done(turn, said);
            return turn.go(frame.home() + "/orders/" + id.get());
        }, wrong -> show(turn, id.get(), wrong, Optional.empty()));
    }

    /// A form that is sent twice is done once.
    private static Client keyed(Turn turn) {
        return turn.api().with("Idempotency-Key", turn.fields().filled("key").orElseGet(() -> UUID.randomUUID().toString()));
    }

    private Shown refund(Turn turn) {
        var fields = turn.fields();
        var id = turn.id("id");
        var payment = Turn.uuid(fields.get("payment"));
        var currency = fields.get("currency");
        if (id.isEmpty() || payment.isEmpty() || !currency.matches("[A-Z]{3}")) {
            return turn.missing();
        }
        var amount = Amount.minor(fields.get("amount"), currency);
        if (amount.isEmpty()) {
            return show(turn, id.get(), Wrong.at("amount", turn.words().say("refused.AMOUNT_INVALID")), Optional.empty());
        }
        return Doing.of(turn, () -> {
            var refund = keyed(turn).send(
                    "POST", "/payments/" + payment.get() + "/refunds",
                    Map.of("amount", amount.get(), "currency", currency, "reason", fields.get("reason")), Money.Refund.class);
            var sum = turn.words().money(refund.amount(), refund.currency());
            if (refund.waits()) {
                Flash.warn(turn, "order.refund.waits", sum);
            } else {
                Flash.done(turn, "order.refunded", sum);
            }
            return turn.go(frame.home() + "/orders/" + id.get());
        }, wrong -> show(turn, id.get(), wrong, Optional.empty()));
    }
}

package dev.souk.backoffice.payments;

import dev.souk.backoffice.form.Amount;
import dev.souk.backoffice.form.Days;
import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payments and the ledger.
public final class PaymentPages {
    public static final List<String> STATES =
            List.of("REQUESTED", "ACTION_REQUIRED", "AUTHORIZED", "CAPTURED", "FAILED", "VOID_PENDING", "VOIDED");
    private static final int ENTRIES = 200;

    private final Frame frame;

    public PaymentPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/payments", this::list),
                Page.get("/payments/{id}", turn -> show(turn, Wrong.NOTHING, Optional.empty())),
                Page.post("/payments/{id}/reveal", this::reveal),
                Page.post("/payments/{id}/capture", this::capture),
                Page.get("/ledger", this::ledger));
    }

    private Shown list(Turn turn) {
        var status = turn.query("status").filter(STATES::contains);
        var asked = new Query("/payments/search")
                .and("limit", "50")
                .and("status", status)
                .and("from", Days.from(turn))
                .and("to", Days.to(turn))
                .and("cursor", turn.query("cursor"));
        var page = turn.api().get(asked.toString(), Payment.Page.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", page);
        model.put("status", status.orElse(""));
        model.put("from", turn.query("from").orElse(""));
        model.put("to", turn.query("to").orElse(""));
        model.put("narrowed", status.or(() -> turn.query("from")).or(() -> turn.query("to")).isPresent());
        model.put("first", turn.query("cursor").map(_ -> here(turn, "/payments", Optional.empty())).orElse(null));
        model.put("next", page.nextCursor() == null ? null : here(turn, "/payments", Optional.of(page.nextCursor())));
        return frame.show(turn, "payments/list.jte", "payments", turn.words().say("payments.title"), model);
    }

    private String here(Turn turn, String path, Optional<String> cursor) {
        var query = new Query(frame.home() + path);
        List.of("status", "from", "to", "order").forEach(name -> query.and(name, turn.query(name)));
        return query.and("cursor", cursor).toString();
    }

    private Shown show(Turn turn, Wrong wrong, Optional<String> purpose) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        var api = purpose.map(text -> turn.api().with("Purpose", text)).orElse(turn.api());
        var payment = api.find("/payments/" + id.get(), Payment.class);
        if (payment.isEmpty()) {
            return turn.missing();
        }
        var shell = frame.shell(turn, "payments", turn.words().say("payment.title"));
        var order = payment.get().orderId();
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", shell);
        model.put("payment", payment.get());
        model.put("ledger", order == null || !shell.may("FINANCE", "AUDITOR")
                ? null
                : turn.api().get("/payments/ledger?orderId=" + order, Ledger.class));
        model.put("wrong", wrong.rest());
        model.put("open", purpose.isPresent());
        return turn.html(wrong.isEmpty() ? 200 : 409, "payments/payment.jte", model);
    }

    private Shown reveal(Turn turn) {
        return Doing.of(
                turn, () -> show(turn, Wrong.NOTHING, Optional.of(turn.fields().get("purpose"))),
                wrong -> show(turn, wrong, Optional.empty()));
    }

    private Shown capture(Turn turn) {
        var id = turn.id("id");
        var currency = turn.fields().get("currency");
        var amount = currency.matches("[A-Z]{3}") ? Amount.minor(turn.fields().get("amount"), currency) : Optional.<Long>empty();
        if (id.isEmpty()) {
            return turn.missing();
        }
        if (amount.isEmpty()) {
            return show(turn, Wrong.at("amount", turn.words().say("refused.AMOUNT_INVALID")), Optional.empty());
        }
        return Doing.of(turn, () -> {
            var key = turn.fields().filled("key").orElseGet(() -> UUID.randomUUID().toString());
            turn.api().with("Idempotency-Key", key).act("POST", "/payments/" + id.get() + "/captures", Map.of("amount", amount.get()));
            Flash.done(turn, "payment.capturing", turn.words().money(amount.get(), currency));
            return turn.go(frame.home() + "/payments/" + id.get());
        }, wrong -> show(turn, wrong, Optional.empty()));
    }

    /// Without a period, the ledger begins with the day of the newest payment.
    private static Optional<String> newest(Turn turn) {
        return turn.api().get("/payments/search?limit=1", Payment.Page.class).payments().stream()
                .findFirst()
                .map(payment -> payment.requestedAt().truncatedTo(ChronoUnit.DAYS).toString());
    }

    private Shown ledger(Turn turn) {
        var order = turn.query("order").flatMap(Turn::uuid).map(Object::toString);
        var after = turn.query("cursor").filter(text -> text.matches("[0-9]{1,18}"));
        var asked = new Query("/payments/ledger")
                .and("limit", String.valueOf(ENTRIES))
                .and("orderId", order)
                .and("from", order.isPresent() ? Optional.empty() : Days.from(turn).or(() -> newest(turn)))
                .and("to", order.isPresent() ? Optional.empty() : Days.to(turn))
                .and("after", after);
        var ledger = turn.api().get(asked.toString(), Ledger.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("ledger", ledger);
        model.put("order", turn.query("order").orElse(""));
        model.put("from", turn.query("from").orElse(""));
        model.put("to", turn.query("to").orElse(""));
        model.put("narrowed", turn.query("order").or(() -> turn.query("from")).or(() -> turn.query("to")).isPresent());
        model.put("first", after.map(_ -> here(turn, "/ledger", Optional.empty())).orElse(null));
        model.put("next", ledger.entries().size() < ENTRIES
                ? null
                : here(turn, "/ledger", Optional.of(String.valueOf(ledger.entries().getLast().number()))));
        return frame.show(turn, "payments/ledger.jte", "ledger", turn.words().say("ledger.title"), model);
    }
}

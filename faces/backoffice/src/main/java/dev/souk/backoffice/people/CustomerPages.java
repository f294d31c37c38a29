package dev.souk.backoffice.people;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
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
import org.jspecify.annotations.Nullable;

/// Customers: found by mail or id, masked until somebody says why they have to see more.
public final class CustomerPages {
    public static final List<String> STATES = List.of("ACTIVE", "SUSPENDED", "CLOSED", "ERASED");
    private static final List<String> VERBS = List.of("suspend", "reactivate", "close");

    private final Frame frame;

    public CustomerPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/customers", turn -> list(turn, Optional.empty())),
                Page.post("/customers", this::search),
                Page.get("/customers/{id}", turn -> show(turn, Wrong.NOTHING, Optional.empty())),
                Page.post("/customers/{id}/reveal", this::reveal),
                Page.post("/customers/{id}/status", this::restate),
                Page.post("/customers/{id}/requests", this::ask));
    }

    /// By POST, because a mail address does not belong into an address line.
    private Shown search(Turn turn) {
        return list(turn, turn.fields().filled("q"));
    }

    private Shown list(Turn turn, Optional<String> wanted) {
        var status = turn.query("status").filter(STATES::contains);
        var page = turn.api().get(new Query("/customers")
                .and("q", wanted)
                .and("status", status)
                .and("cursor", turn.query("cursor"))
                .and("limit", "50")
                .toString(), Customer.Page.class);
        if (wanted.isPresent() && page.customers().size() == 1) {
            return turn.go(frame.home() + "/customers/" + page.customers().getFirst().customerId());
        }
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", page);
        model.put("searched", wanted.isPresent());
        model.put("status", status.orElse(""));
        model.put("first", turn.query("cursor").map(_ -> here(status, Optional.empty())).orElse(null));
        model.put("next", page.nextCursor() == null ? null : here(status, Optional.of(page.nextCursor())));
        return frame.show(turn, "people/list.jte", "customers", turn.words().say("customers.title"), model);
    }

    private String here(Optional<String> status, Optional<String> cursor) {
        return new Query(frame.home() + "/customers").and("status", status).and("cursor", cursor).toString();
    }

    private Shown show(Turn turn, Wrong wrong, Optional<String> purpose) {
        var api = purpose.map(text -> turn.api().with("Purpose", text)).orElse(turn.api());
        var found = turn.id("id").flatMap(id -> api.find("/customers/" + id, Customer.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var path = "/customers/" + found.get().customerId();
        var shell = frame.shell(turn, "customers", turn.words().say("customer.title"));
        var model = new HashMap<String, @Nullable Object>(Map.of("shell", shell, "customer", found.get()));
        model.put("orders", turn.api().get(path + "/orders?limit=25", Customer.Orders.class));
        model.put("points", turn.api().get(path + "/points?limit=10", Customer.Points.class));
        model.put("requests", shell.may("PRIVACY_OFFICER")
                ? turn.api().get(path + "/requests", Requests.class).requests()
                : null);
        model.put("wrong", wrong.rest());
        model.put("open", purpose.isPresent());
        return turn.html(wrong.isEmpty() ? 200 : 409, "people/customer.jte", model);
    }

    private Shown reveal(Turn turn) {
        return Doing.of(
                turn, () -> show(turn, Wrong.NOTHING, Optional.of(turn.fields().get("purpose"))),
                wrong -> show(turn, wrong, Optional.empty()));
    }

    private Shown restate(Turn turn) {
        var verb = turn.fields().get("verb");
        var id = turn.id("id");
        if (id.isEmpty() || !VERBS.contains(verb)) {
            return turn.missing();
        }
        return Doing.of(turn, () -> {
            turn.api().act("POST", "/customers/" + id.get() + "/" + verb, Map.of("reason", turn.fields().get("reason")));
            Flash.done(turn, "customer.done." + verb);
            return turn.go(frame.home() + "/customers/" + id.get());
        }, wrong -> show(turn, wrong, Optional.empty()));
    }

    /// A copy or an erasure for somebody whose identity an officer has checked.
    private Shown ask(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        var erasure = turn.fields().get("kind").equals("ERASURE");
        return Doing.of(turn, () -> {
            var request = turn.api().send(
                    "POST", "/customers/" + id.get() + (erasure ? "/erasure" : "/exports"),
                    erasure ? Map.of("confirm", turn.fields().get("confirm")) : Map.of(), Requests.Request.class);
            Flash.done(turn, "customer.asked");
            return turn.go(frame.home() + "/requests/" + request.requestId());
        }, wrong -> show(turn, wrong, Optional.empty()));
    }
}

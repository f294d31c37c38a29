package dev.souk.backoffice.payments;

import dev.souk.backoffice.form.Days;
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

/// Refunds that wait for a second person, doubtful payments, alarms, and the comparison with the provider.
public final class WatchPages {
    private final Frame frame;

    public WatchPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/approvals", turn -> approvals(turn, Wrong.NOTHING)),
                Page.post("/approvals/{id}", this::decide),
                Page.get("/fraud", turn -> fraud(turn, Wrong.NOTHING)),
                Page.post("/fraud/{id}", this::judge),
                Page.get("/alarms", this::alarms),
                Page.get("/reconciliations", turn -> runs(turn, Wrong.NOTHING)),
                Page.post("/reconciliations", this::start),
                Page.get("/reconciliations/{id}", this::run));
    }

    private Shown approvals(Turn turn, Wrong wrong) {
        var cursor = turn.query("cursor").flatMap(Turn::uuid).map(Object::toString);
        var waiting = turn.api().get(new Query("/refunds/waiting").and("limit", "50").and("cursor", cursor).toString(), Watch.Waiting.class);
        var model = model(wrong, "waiting", waiting);
        model.put("next", waiting.nextCursor() == null ? null : frame.home() + "/approvals?cursor=" + waiting.nextCursor());
        return frame.show(turn, status(wrong), "payments/approvals.jte", "approvals", turn.words().say("approvals.title"), model);
    }

    private static int status(Wrong wrong) {
        return wrong.isEmpty() ? 200 : 409;
    }

    private static Map<String, @Nullable Object> model(Wrong wrong, String name, Object value) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("wrong", wrong.rest());
        model.put(name, value);
        return model;
    }

    private Shown decide(Turn turn) {
        var verb = turn.fields().get("decision").equals("approve") ? "approve" : "reject";
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> {
                    turn.api().act("POST", "/refunds/" + id + "/" + verb, null);
                    Flash.done(turn, verb.equals("approve") ? "approvals.approved" : "approvals.rejected");
                    return turn.go(frame.home() + "/approvals");
                }, wrong -> approvals(turn, wrong)))
                .orElseGet(turn::missing);
    }

    private Shown fraud(Turn turn, Wrong wrong) {
        var reviews = turn.api().get("/payments/fraud-checks?limit=100", Watch.Reviews.class).reviews();
        return frame.show(
                turn, status(wrong), "payments/fraud.jte", "fraud", turn.words().say("fraud.title"), model(wrong, "reviews", reviews));
    }

    private Shown judge(Turn turn) {
        var body = Map.of("decision", turn.fields().get("decision"), "note", turn.fields().get("note"));
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> {
                    turn.api().act("POST", "/payments/fraud-checks/" + id + "/decision", body);
                    Flash.done(turn, "fraud.decided");
                    return turn.go(frame.home() + "/fraud");
                }, wrong -> fraud(turn, wrong)))
                .orElseGet(turn::missing);
    }

    /// Of orders for those who read orders, of payments for those who work with money.
    private Shown alarms(Turn turn) {
        var shell = frame.shell(turn, "alarms", turn.words().say("alarms.title"));
        var model = new HashMap<String, @Nullable Object>(Map.of("shell", shell));
        model.put("orders", turn.api().get("/orders/alarms?limit=100", Watch.Alarms.class).alarms());
        model.put("payments", shell.may("FINANCE", "OPERATOR", "AUDITOR")
                ? turn.api().get("/payments/alarms?limit=100", Watch.Alarms.class).alarms()
                : null);
        return turn.html(200, "payments/alarms.jte", model);
    }

    private Shown runs(Turn turn, Wrong wrong) {
        var runs = turn.api().get("/payments/reconciliations?limit=60", Watch.Runs.class).runs();
        return frame.show(
                turn, status(wrong), "payments/runs.jte", "reconciliations", turn.words().say("runs.title"), model(wrong, "runs", runs));
    }

    private Shown start(Turn turn) {
        var day = Days.day(turn.fields().get("day"));
        return day.isEmpty()
                ? runs(turn, Wrong.at("day", turn.words().say("refused.DAY_INVALID")))
                : Doing.of(turn, () -> {
                    var started = turn.api().send(
                            "POST", "/payments/reconciliations", Map.of("day", day.get().toString()), Watch.Started.class);
                    return turn.go(frame.home() + "/reconciliations/" + started.runId());
                }, wrong -> runs(turn, wrong));
    }

    private Shown run(Turn turn) {
        Optional<Watch.Run> run = turn.id("id").flatMap(id -> turn.api().find("/payments/reconciliations/" + id, Watch.Run.class));
        return run.map(found -> frame.show(
                        turn, "payments/run.jte", "reconciliations", turn.words().say("run.title", turn.words().date(found.day())),
                        Map.of("run", found)))
                .orElseGet(turn::missing);
    }
}

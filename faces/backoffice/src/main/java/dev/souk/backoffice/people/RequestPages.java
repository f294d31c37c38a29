package dev.souk.backoffice.people;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Subject requests: how far they have come, context by context, and the certificates of erasures.
public final class RequestPages {
    private final Frame frame;

    public RequestPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/requests", this::list),
                Page.get("/requests/{id}", turn -> show(turn, Wrong.NOTHING)),
                Page.post("/requests/{id}/cancel", this::cancel),
                Page.get("/requests/{id}/certificate", this::certificate));
    }

    private Shown list(Turn turn) {
        var done = turn.query("state").filter("COMPLETED"::equals);
        var requests = turn.api().get(new Query("/subject-requests").and("limit", "200").and("state", done).toString(), Requests.class);
        return frame.show(
                turn, "people/requests.jte", "requests", turn.words().say("requests.title"),
                Map.of("requests", requests.requests(), "done", done.isPresent()));
    }

    private static Optional<Requests.Request> found(Turn turn) {
        return turn.id("id").flatMap(id -> turn.api().find("/subject-requests/" + id, Requests.Request.class));
    }

    private Shown show(Turn turn, Wrong wrong) {
        return found(turn)
                .map(request -> frame.show(
                        turn, wrong.isEmpty() ? 200 : 409, "people/request.jte", "requests",
                        turn.words().say("request.title." + (request.kind().equals("ERASURE") ? "erasure" : "export")),
                        Map.of("request", request, "wrong", wrong.rest())))
                .orElseGet(turn::missing);
    }

    private Shown cancel(Turn turn) {
        return found(turn)
                .map(request -> Doing.of(turn, () -> {
                    turn.api().act("POST", "/customers/" + request.customerId() + "/requests/" + request.requestId() + "/cancel", null);
                    Flash.done(turn, "request.cancelled");
                    return turn.go(frame.home() + "/requests/" + request.requestId());
                }, wrong -> show(turn, wrong)))
                .orElseGet(turn::missing);
    }

    /// As it was hashed, byte by byte.
    private Shown certificate(Turn turn) {
        return turn.id("id")
                .<Shown>map(id -> new Shown.Relayed(turn.api().call("GET", "/subject-requests/" + id + "/certificate", null)))
                .orElseGet(turn::missing);
    }
}

package dev.souk.console;

import dev.souk.console.view.Checkouts;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// Checkouts by state and age; one of them, with what an operator can do for it.
final class CheckoutPages {
    static final List<String> STATES = List.of("PENDING", "ACTION_REQUIRED", "COMPENSATING", "COMPLETED", "FAILED");
    static final List<String> AGES = List.of("PT1M", "PT15M", "PT1H", "PT24H");

    private final Frame frame;

    CheckoutPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/checkouts", this::list),
                Page.get("/checkouts/{id}", this::one),
                Page.post("/checkouts/{id}/retry", turn -> act(turn, "retry", "checkout.retried")),
                Page.post("/checkouts/{id}/compensate", turn -> act(turn, "compensate", "checkout.compensated")));
    }

    private Shown list(Turn turn) {
        var state = turn.query("state").filter(STATES::contains).orElse("");
        var age = turn.query("older").filter(AGES::contains).orElse("");
        var cursor = turn.query("cursor").orElse("");
        var narrowed = (state.isEmpty() ? "" : "&state=" + state) + (age.isEmpty() ? "" : "&olderThan=" + age);
        var path = "/checkouts?limit=50" + narrowed + (cursor.isEmpty() ? "" : "&cursor=" + Client.escaped(cursor));
        var page = turn.api().get(path, Checkouts.class);
        var here = frame.home() + "/checkouts?state=" + state + "&older=" + age;
        return frame.show(turn, "checkouts.jte", "checkouts", turn.words().say("checkout.list"), Map.of(
                "page", page, "state", state, "older", age, "first", cursor.isEmpty() ? "" : here,
                "next", page.next() == null ? "" : here + "&cursor=" + Client.escaped(page.next())));
    }

    private Shown one(Turn turn) {
        return turn.id("id")
                .flatMap(id -> turn.api().find("/checkouts/" + id + "/course", Checkouts.Course.class))
                .map(course -> frame.show(turn, "checkout.jte", "checkouts", turn.words().say("checkout.title"), Map.of("course", course)))
                .orElseGet(turn::missing);
    }

    private Shown act(Turn turn, String what, String done) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        try {
            turn.api().act("POST", "/checkouts/" + id.get() + "/" + what, Map.of(
                    "expectedVersion", turn.fields().number("version", 0), "note", turn.fields().get("note")));
            Flash.done(turn, done);
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
        }
        return turn.go(frame.home() + "/checkouts/" + id.get());
    }
}

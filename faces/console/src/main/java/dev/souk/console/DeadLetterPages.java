package dev.souk.console;

import dev.souk.console.view.Letters;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages that stand aside: why, what they say, try again, give up.
final class DeadLetterPages {
    private final Frame frame;

    DeadLetterPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/dead-letters", this::list),
                Page.get("/dead-letters/{context}/{id}", this::one),
                Page.post("/dead-letters/{context}/{id}/replay", turn -> act(turn, "replay", "letter.replayed", null)),
                Page.post("/dead-letters/{context}/{id}/discard", turn -> act(
                        turn, "discard", "letter.discarded", Map.of("reason", turn.fields().get("reason")))));
    }

    private Shown list(Turn turn) {
        var context = turn.query("context").orElse("");
        var path = "/operations/dead-letters?limit=200" + (context.isEmpty() ? "" : "&context=" + Client.escaped(context));
        return frame.show(turn, "letters.jte", "letters", turn.words().say("letter.list"), Map.of(
                "letters", turn.api().get(path, Letters.class).items(), "context", context));
    }

    private static String path(Turn turn) {
        return "/dead-letters/" + Client.escaped(turn.path("context")) + "/" + Client.escaped(turn.path("id"));
    }

    private Shown one(Turn turn) {
        return turn.api().find("/operations" + path(turn), Letters.Letter.class)
                .map(letter -> frame.show(turn, "letter.jte", "letters", letter.letter().type(), Map.of(
                        "letter", letter, "json", Json.pretty(letter.payload()))))
                .orElseGet(() -> gone(turn));
    }

    /// It has gone through meanwhile, most likely.
    private Shown gone(Turn turn) {
        Flash.done(turn, "letter.gone");
        return turn.go(frame.home() + "/dead-letters");
    }

    private Shown act(Turn turn, String what, String done, @Nullable Object body) {
        try {
            turn.api().act("POST", "/operations" + path(turn) + "/" + what, body);
            Flash.done(turn, done);
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
            return refused.missing() ? turn.go(frame.home() + "/dead-letters") : turn.go(frame.home() + path(turn));
        }
        return turn.go(frame.home() + "/dead-letters");
    }
}

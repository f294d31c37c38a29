package dev.souk.console;

import dev.souk.console.view.Checks;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether money, stock, coupons and points are conserved: looked at when somebody asks.
final class CheckPages {
    private final Frame frame;

    CheckPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/checks", turn -> show(turn, last(turn))), Page.post("/checks", this::run));
    }

    private static Optional<Checks> last(Turn turn) {
        return turn.api().find("/operations/checks", Checks.class);
    }

    private Shown show(Turn turn, Optional<Checks> checks) {
        return frame.show(turn, "checks.jte", "checks", turn.words().say("check.title"), Map.of("checks", checks));
    }

    private Shown run(Turn turn) {
        try {
            turn.api().act("POST", "/operations/checks", null);
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
        }
        return turn.go(frame.home() + "/checks");
    }
}

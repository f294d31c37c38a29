package dev.souk.console;

import dev.souk.console.view.Reference.Timers;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// What looks for things that fall due.
final class TimerPages {
    private final Frame frame;

    TimerPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/timers", this::list));
    }

    private Shown list(Turn turn) {
        var timers = turn.api().get("/operations/sweeps", Timers.class).items();
        return frame.show(turn, "timers.jte", "timers", turn.words().say("timer.list"), Map.of("timers", timers));
    }
}

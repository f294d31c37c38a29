package dev.souk.backoffice;

import dev.souk.backoffice.shop.LowStock;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// What a day begins with.
final class StartPage {
    private final Frame frame;

    StartPage(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/", this::show));
    }

    private Shown show(Turn turn) {
        var shell = frame.shell(turn, "start", turn.words().say("start.title"));
        var low = shell.may("MERCHANDISER", "WAREHOUSE", "ADMIN")
                ? turn.api().get("/inventory/low-stock?limit=8", LowStock.class).items()
                : List.<LowStock.Item>of();
        return turn.html(200, "start.jte", Map.of("shell", shell, "low", low));
    }
}

package dev.souk.pages.work;

import dev.souk.pages.Page;
import dev.souk.pages.SignIn;
import dev.souk.pages.Site;
import dev.souk.pages.SiteConfig;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// A face for people at work: the back office, the operations console. Nobody sees any of its pages without signing in.
public abstract class Workplace extends Site {
    private final Frame frame;

    protected Workplace(Frame frame, SiteConfig config, List<Page> pages) {
        super(config, SignIn.as("souk-" + frame.name()), pages.stream().map(Page::signedIn).toList());
        this.frame = frame;
    }

    @Override
    public final String name() {
        return frame.name();
    }

    @Override
    public final String home() {
        return frame.home();
    }

    @Override
    protected Shown closed(Turn turn) {
        return failed(turn, 403);
    }

    @Override
    protected Shown failed(Turn turn, int status) {
        var key = switch (status) {
            case 401, 403, 404, 405, 429, 503 -> "work.failed." + status;
            default -> "work.failed.500";
        };
        return frame.show(turn, status, "work/failed.jte", "", turn.words().say(key + ".title"), Map.of("key", key));
    }
}

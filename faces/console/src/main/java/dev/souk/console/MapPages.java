package dev.souk.console;

import dev.souk.console.view.Flow;
import dev.souk.console.view.Reference.Timers;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// The contexts alive: boxes, arrows, what stands still.
final class MapPages {
    private final Frame frame;

    MapPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/", this::map),
                Page.get("/live", this::live),
                Page.get("/contexts/{name}", this::context),
                Page.post("/contexts/{name}/pause", this::pause),
                Page.post("/contexts/{name}/resume", this::resume));
    }

    private static Flow flow(Turn turn) {
        return turn.api().get("/operations/map", Flow.class);
    }

    private Shown map(Turn turn) {
        return frame.show(turn, "map.jte", "map", turn.words().say("map.title"), Map.of("flow", flow(turn)));
    }

    /// The moving part, every two seconds.
    private Shown live(Turn turn) {
        return turn.html(200, "live.jte", Map.of("shell", frame.shell(turn, "map", ""), "flow", flow(turn)));
    }

    private Shown context(Turn turn) {
        var flow = flow(turn);
        var timers = turn.api().get("/operations/sweeps", Timers.class);
        return flow.contexts().stream()
                .filter(node -> node.name().equals(turn.path("name")))
                .findFirst()
                .map(node -> frame.show(turn, "context.jte", "map", node.name(), Map.of(
                        "node", node,
                        "arrows", flow.arrows().stream()
                                .filter(arrow -> arrow.from().equals(node.name()) || arrow.to().equals(node.name()))
                                .toList(),
                        "timers", timers.items().stream().filter(one -> one.context().equals(node.name())).toList())))
                .orElseGet(turn::missing);
    }

    private Shown pause(Turn turn) {
        return act(turn, "pause", "context.paused", Map.of("reason", turn.fields().get("reason")));
    }

    private Shown resume(Turn turn) {
        return act(turn, "resume", "context.resumed", null);
    }

    private Shown act(Turn turn, String what, String done, @org.jspecify.annotations.Nullable Object body) {
        var name = turn.path("name");
        try {
            turn.api().act("POST", "/operations/consumers/" + Client.escaped(name) + "/" + what, body);
            Flash.done(turn, done, name);
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
        }
        return turn.go(frame.home() + "/contexts/" + Client.escaped(name));
    }
}

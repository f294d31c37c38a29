package dev.souk.console;

import dev.souk.console.view.Reference.Models;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// Copies that can be made again from the journals: how far that is, and whether they agree.
final class ReadModelPages {
    private final Frame frame;

    ReadModelPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/read-models", this::show), Page.post("/read-models", this::rebuild));
    }

    private Shown show(Turn turn) {
        var models = turn.api().get("/operations/read-models", Models.class).items();
        return frame.show(turn, "models.jte", "models", turn.words().say("model.list"), Map.of("models", models));
    }

    private Shown rebuild(Turn turn) {
        var exchange = turn.fields().get("exchange").equals("true");
        var path = "/operations/read-models/" + Client.escaped(turn.fields().get("context")) + "/"
                + Client.escaped(turn.fields().get("model")) + "/rebuild?background=true" + (exchange ? "&exchange=true" : "");
        try {
            turn.api().act("POST", path, null);
            Flash.done(turn, "model.begun");
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
        }
        return turn.go(frame.home() + "/read-models");
    }
}

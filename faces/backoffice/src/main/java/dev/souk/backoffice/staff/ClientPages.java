package dev.souk.backoffice.staff;

import dev.souk.backoffice.form.Doing;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Machines and applications that may ask for tokens.
public final class ClientPages {
    private final Frame frame;

    public ClientPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/api-clients", turn -> show(turn, Wrong.NOTHING, null)),
                Page.post("/api-clients", this::create),
                Page.post("/api-clients/{id}/disable", this::disable));
    }

    private Shown show(Turn turn, Wrong wrong, Staff.@Nullable Secret made) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("clients", turn.api().get("/identity/api-clients?limit=200", Staff.Clients.class).items());
        model.put("fields", turn.fields());
        model.put("wrong", wrong);
        model.put("made", made);
        return frame.show(turn, wrong.isEmpty() ? 200 : 409, "staff/clients.jte", "api-clients", turn.words().say("clients.title"), model);
    }

    /// The secret is on this page and nowhere else.
    private Shown create(Turn turn) {
        var fields = turn.fields();
        var body = Map.of("clientId", fields.get("clientId"), "name", fields.get("name"), "roles", fields.list("role"));
        return Doing.of(
                turn, () -> show(turn, Wrong.NOTHING, turn.api().send("POST", "/identity/api-clients", body, Staff.Secret.class)),
                wrong -> show(turn, wrong, null));
    }

    private Shown disable(Turn turn) {
        return Doing.of(turn, () -> {
            turn.api().act("DELETE", "/identity/api-clients/" + Client.escaped(turn.path("id")), null);
            Flash.done(turn, "clients.disabled");
            return turn.go(frame.home() + "/api-clients");
        }, wrong -> show(turn, wrong, null));
    }
}

package dev.souk.backoffice.mail;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts of mails: read, tried out, changed.
public final class TemplatePages {
    private final Frame frame;

    public TemplatePages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/templates", this::list),
                Page.get("/templates/{key}/{locale}", turn -> show(turn, Wrong.NOTHING, null)),
                Page.post("/templates/{key}/{locale}", this::send));
    }

    private Shown list(Turn turn) {
        var templates = turn.api().get("/notifications/templates", Mail.Templates.class).templates();
        return frame.show(turn, "mail/templates.jte", "templates", turn.words().say("templates.title"), Map.of("templates", templates));
    }

    private static String path(Turn turn) {
        return "/templates/" + Client.escaped(turn.path("key")) + "/" + Client.escaped(turn.path("locale"));
    }

    /// What was typed stands before what is kept.
    private Shown show(Turn turn, Wrong wrong, Mail.@Nullable Preview preview) {
        Optional<Mail.Template> found = turn.api().find("/notifications" + path(turn), Mail.Template.class);
        if (found.isEmpty()) {
            return turn.missing();
        }
        var kept = found.get();
        var typed = turn.fields().values().containsKey("body");
        var model = new HashMap<String, @Nullable Object>();
        model.put("template", kept);
        model.put("subject", typed ? turn.fields().get("subject") : kept.subject());
        model.put("notice", typed ? turn.fields().get("notice") : kept.notice());
        model.put("body", typed ? turn.fields().get("body") : kept.body());
        model.put("wrong", wrong);
        model.put("preview", preview);
        return frame.show(turn, wrong.isEmpty() ? 200 : 422, "mail/template.jte", "templates", kept.key() + " · " + kept.locale(), model);
    }

    private Shown send(Turn turn) {
        var fields = turn.fields();
        var text = new HashMap<String, Object>(
                Map.of("subject", fields.get("subject"), "notice", fields.get("notice"), "body", fields.get("body").replace("\r\n", "\n")));
        if (fields.get("do").equals("preview")) {
            return Doing.of(
                    turn, () -> show(turn, Wrong.NOTHING, turn.api().send("POST", "/notifications" + path(turn) + "/preview", text, Mail.Preview.class)),
                    wrong -> show(turn, wrong, null));
        }
        text.put("expectedVersion", fields.number("version", 0));
        return Doing.of(turn, () -> {
            turn.api().act("PUT", "/notifications" + path(turn), text);
            Flash.done(turn, "templates.saved");
            return turn.go(frame.home() + path(turn));
        }, wrong -> show(turn, wrong, null));
    }
}

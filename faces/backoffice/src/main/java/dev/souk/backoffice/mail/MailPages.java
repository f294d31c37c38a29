package dev.souk.backoffice.mail;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
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

/// The record of what was sent, and whom nothing is sent to.
public final class MailPages {
    public static final List<String> CHANNELS = List.of("EMAIL", "SMS", "PUSH");

    private final Frame frame;

    public MailPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/mails", this::log),
                Page.get("/mails/{id}", turn -> show(turn, Wrong.NOTHING)),
                Page.post("/mails/{id}/retry", this::retry),
                Page.get("/suppressions", turn -> suppressions(turn, Wrong.NOTHING)),
                Page.post("/suppressions", this::suppress),
                Page.post("/suppressions/{channel}/{hash}", this::lift));
    }

    private Shown log(Turn turn) {
        var recipient = turn.query("recipient").flatMap(Turn::uuid).map(Object::toString);
        var failed = turn.query("status").filter("FAILED"::equals);
        var before = turn.query("cursor").flatMap(Turn::uuid).map(Object::toString);
        var log = turn.api().get(new Query("/notifications/log")
                .and("limit", "50")
                .and("recipient", recipient)
                .and("status", failed)
                .and("before", before)
                .toString(), Mail.Log.class);
        var here = new Query(frame.home() + "/mails").and("recipient", recipient).and("status", failed).toString();
        var more = log.next() == null
                ? null
                : new Query(frame.home() + "/mails").and("recipient", recipient).and("status", failed).and("cursor", log.next().toString()).toString();
        var model = new HashMap<String, @Nullable Object>();
        model.put("log", log);
        model.put("recipient", turn.query("recipient").orElse(""));
        model.put("status", failed.orElse(""));
        model.put("narrowed", turn.query("recipient").or(() -> failed).isPresent());
        model.put("first", before.map(_ -> here).orElse(null));
        model.put("next", more);
        return frame.show(turn, "mail/log.jte", "mails", turn.words().say("mails.title"), model);
    }

    private Shown show(Turn turn, Wrong wrong) {
        return turn.id("id")
                .flatMap(id -> turn.api().find("/notifications/log/" + id, Mail.class))
                .map(mail -> frame.show(
                        turn, wrong.isEmpty() ? 200 : 409, "mail/one.jte", "mails", turn.words().say("mail.title"),
                        Map.of("mail", mail, "wrong", wrong.rest())))
                .orElseGet(turn::missing);
    }

    private Shown retry(Turn turn) {
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> {
                    turn.api().act("POST", "/notifications/log/" + id + "/retry", null);
                    Flash.done(turn, "mail.retried");
                    return turn.go(frame.home() + "/mails/" + id);
                }, wrong -> show(turn, wrong)))
                .orElseGet(turn::missing);
    }

    private Shown suppressions(Turn turn, Wrong wrong) {
        var after = turn.query("cursor").filter(text -> text.matches("[A-Za-z0-9_=-]{1,100}"));
        var page = turn.api().get(new Query("/notifications/suppressions").and("limit", "50").and("after", after).toString(), Mail.Suppressions.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", page);
        model.put("wrong", wrong);
        model.put("first", after.map(_ -> frame.home() + "/suppressions").orElse(null));
        model.put("next", page.next() == null ? null : frame.home() + "/suppressions?cursor=" + Client.escaped(page.next()));
        return frame.show(
                turn, wrong.isEmpty() ? 200 : 409, "mail/suppressions.jte", "suppressions", turn.words().say("suppressions.title"), model);
    }

    private Shown suppress(Turn turn) {
        var body = Map.of("channel", turn.fields().get("channel"), "address", turn.fields().get("address"));
        return Doing.of(turn, () -> {
            turn.api().act("POST", "/notifications/suppressions", body);
            Flash.done(turn, "suppressions.done");
            return turn.go(frame.home() + "/suppressions");
        }, wrong -> suppressions(turn, wrong));
    }

    private Shown lift(Turn turn) {
        return Doing.of(turn, () -> {
            turn.api().act(
                    "DELETE", "/notifications/suppressions/" + Client.escaped(turn.path("channel")) + "/" + Client.escaped(turn.path("hash")), null);
            Flash.done(turn, "suppressions.lifted");
            return turn.go(frame.home() + "/suppressions");
        }, wrong -> suppressions(turn, wrong));
    }
}

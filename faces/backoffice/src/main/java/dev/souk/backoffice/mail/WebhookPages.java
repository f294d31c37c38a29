package dev.souk.backoffice.mail;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Webhooks: who is told what, how the deliveries went, and once more from a position.
public final class WebhookPages {
    private final Frame frame;

    public WebhookPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/webhooks", turn -> list(turn, Wrong.NOTHING, null)),
                Page.post("/webhooks", this::create),
                Page.get("/webhooks/{id}", turn -> show(turn, Wrong.NOTHING, null)),
                Page.post("/webhooks/{id}/status", this::status),
                Page.post("/webhooks/{id}/replay", this::replay),
                Page.post("/webhooks/{id}/secret", this::rotate),
                Page.post("/webhooks/{id}/delete", this::delete));
    }

    private Shown list(Turn turn, Wrong wrong, Webhook.@Nullable Secret made) {
        var after = turn.query("cursor").flatMap(Turn::uuid).map(Object::toString);
        var page = turn.api().get(new Query("/webhooks").and("limit", "50").and("after", after).toString(), Webhook.Page.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", page);
        model.put("types", turn.api().get("/webhooks/event-types", Webhook.Types.class).eventTypes());
        model.put("fields", turn.fields());
        model.put("wrong", wrong);
        model.put("made", made);
        model.put("next", page.next() == null ? null : frame.home() + "/webhooks?cursor=" + page.next());
        return frame.show(turn, wrong.isEmpty() ? 200 : 422, "mail/webhooks.jte", "webhooks", turn.words().say("webhooks.title"), model);
    }

    /// The secret is on this page and nowhere else.
    private Shown create(Turn turn) {
        var body = Map.of("url", turn.fields().get("url"), "eventTypes", turn.fields().list("type"));
        return Doing.of(
                turn, () -> list(turn, Wrong.NOTHING, turn.api().send("POST", "/webhooks", body, Webhook.Secret.class)),
                wrong -> list(turn, wrong, null));
    }

    private Shown show(Turn turn, Wrong wrong, Webhook.@Nullable Secret made) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/webhooks/" + id, Webhook.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var path = "/webhooks/" + found.get().subscriptionId();
        var before = turn.query("cursor").filter(text -> text.matches("[0-9]{1,18}"));
        var deliveries = turn.api().get(new Query(path + "/deliveries").and("limit", "50").and("before", before).toString(), Webhook.Deliveries.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("webhook", found.get());
        model.put("deliveries", deliveries.deliveries());
        model.put("wrong", wrong.rest());
        model.put("made", made);
        model.put("first", before.map(_ -> frame.home() + path).orElse(null));
        model.put("next", deliveries.next() == null ? null : frame.home() + path + "?cursor=" + deliveries.next());
        return frame.show(turn, wrong.isEmpty() ? 200 : 409, "mail/webhook.jte", "webhooks", turn.words().say("webhook.title"), model);
    }

    private Shown doing(Turn turn, Function<UUID, Shown> work) {
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> work.apply(id), wrong -> show(turn, wrong, null)))
                .orElseGet(turn::missing);
    }

    private Shown status(Turn turn) {
        var on = turn.fields().get("status").equals("ACTIVE");
        return doing(turn, id -> {
            turn.api().with("If-Match", "\"" + turn.fields().number("version", 0) + "\"")
                    .act("PATCH", "/webhooks/" + id, Map.of("status", on ? "ACTIVE" : "DISABLED"));
            Flash.done(turn, on ? "webhook.enabled" : "webhook.disabled");
            return turn.go(frame.home() + "/webhooks/" + id);
        });
    }

    private Shown replay(Turn turn) {
        var range = new HashMap<String, @Nullable Object>();
        List.of("fromPosition", "toPosition").forEach(name -> turn.fields().filled(name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .ifPresent(text -> range.put(name, Long.parseLong(text))));
        return doing(turn, id -> {
            var replayed = turn.api().send("POST", "/webhooks/" + id + "/replay", range, Webhook.Replayed.class);
            Flash.done(turn, "webhook.replayed", turn.words().number(replayed.deliveries()));
            return turn.go(frame.home() + "/webhooks/" + id);
        });
    }

    private Shown rotate(Turn turn) {
        return doing(turn, id -> show(turn, Wrong.NOTHING, turn.api().send("POST", "/webhooks/" + id + "/secret", null, Webhook.Secret.class)));
    }

    private Shown delete(Turn turn) {
        return doing(turn, id -> {
            turn.api().act("DELETE", "/webhooks/" + id, null);
            Flash.done(turn, "webhook.deleted");
            return turn.go(frame.home() + "/webhooks");
        });
    }
}

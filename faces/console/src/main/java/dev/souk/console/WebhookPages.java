package dev.souk.console;

import dev.souk.console.view.Webhooks;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// What was told to webhooks outside, and what is still to be.
final class WebhookPages {
    private final Frame frame;

    WebhookPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/webhooks", this::list), Page.get("/webhooks/{id}", this::one));
    }

    private Shown list(Turn turn) {
        var page = turn.api().get("/webhooks?limit=100", Webhooks.Page.class);
        return frame.show(turn, "webhooks.jte", "webhooks", turn.words().say("webhook.list"), Map.of("subscriptions", page.subscriptions()));
    }

    private Shown one(Turn turn) {
        var before = turn.query("before").filter(text -> text.matches("[0-9]{1,18}")).map(text -> "&before=" + text).orElse("");
        return turn.id("id")
                .flatMap(id -> turn.api().find("/webhooks/" + id, Webhooks.Subscription.class))
                .map(found -> frame.show(turn, "webhook.jte", "webhooks", found.url(), Map.of(
                        "subscription", found,
                        "page", turn.api().get(
                                "/webhooks/" + found.subscriptionId() + "/deliveries?limit=50" + before, Webhooks.Deliveries.class),
                        "first", before.isEmpty())))
                .orElseGet(turn::missing);
    }
}

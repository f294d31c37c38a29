package dev.souk.console;

import dev.souk.console.view.Journey;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// The way of an order, a cart, a payment or a customer through all contexts.
final class JourneyPages {
    private final Frame frame;

    JourneyPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/journeys", this::search),
                Page.get("/journeys/{id}", this::journey),
                Page.get("/messages/{context}/{position}", this::message));
    }

    private Shown search(Turn turn) {
        var wanted = turn.query("id");
        return wanted.isPresent()
                ? turn.go(frame.home() + "/journeys/" + Client.escaped(wanted.get()))
                : frame.show(turn, "search.jte", "journeys", turn.words().say("journey.title"), Map.of("wanted", "", "unknown", false));
    }

    private Shown journey(Turn turn) {
        var wanted = turn.path("id");
        return turn.api().find("/operations/journeys/" + Client.escaped(wanted), Journey.class)
                .map(found -> frame.show(turn, "journey.jte", "journeys", turn.words().say("journey.of", wanted), Map.of(
                        "journey", found, "lines", Lines.of(found))))
                .orElseGet(() -> frame.show(turn, 404, "search.jte", "journeys", turn.words().say("journey.title"),
                        Map.of("wanted", wanted, "unknown", true)));
    }

    private Shown message(Turn turn) {
        var path = "/operations/messages/" + Client.escaped(turn.path("context")) + "/" + Client.escaped(turn.path("position"));
        return turn.api().find(path, Journey.Text.class)
                .map(found -> frame.show(turn, "message.jte", "journeys", found.message().type(), Map.of(
                        "text", found, "json", Json.pretty(found.payload()))))
                .orElseGet(turn::missing);
    }
}

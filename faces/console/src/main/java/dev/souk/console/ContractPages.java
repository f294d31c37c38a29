package dev.souk.console;

import dev.souk.console.view.Reference.Contracts;
import dev.souk.console.view.Reference.Detail;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All messages: versions, who sends them, who listens, an example.
final class ContractPages {
    private final Frame frame;

    ContractPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/contracts", this::list), Page.get("/contracts/{name}/{version}", this::one));
    }

    private Shown list(Turn turn) {
        var wanted = turn.query("q").orElse("");
        var small = wanted.toLowerCase(Locale.ROOT);
        var found = turn.api().get("/operations/contracts", Contracts.class).items().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(small) || one.context().contains(small)
                        || one.kind().equals(small) || one.to().contains(small) || one.from().contains(small))
                .toList();
        return frame.show(turn, "contracts.jte", "contracts", turn.words().say("contract.list"), Map.of(
                "found", found, "wanted", wanted));
    }

    private Shown one(Turn turn) {
        var path = "/operations/contracts/" + Client.escaped(turn.path("name")) + "/" + Client.escaped(turn.path("version"));
        return turn.api().find(path, Detail.class)
                .map(detail -> frame.show(turn, "contract.jte", "contracts", detail.contract().name(), Map.of(
                        "detail", detail, "json", Json.pretty(detail.example()))))
                .orElseGet(turn::missing);
    }
}

package dev.souk.console;

import dev.souk.console.view.AuditLog;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Map;

/// What staff did and whose data it saw, and whether the record holds together.
final class AuditPages {
    private static final String[] KEEPERS = {"AUDITOR", "PRIVACY_OFFICER", "ADMIN"};
    private static final List<String> FILTERS = List.of("person", "actor", "context");

    private final Frame frame;

    AuditPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/audit", this::list).only(KEEPERS), Page.get("/audit/chains", this::chains).only(KEEPERS));
    }

    private Shown list(Turn turn) {
        var query = new StringBuilder();
        FILTERS.forEach(name -> turn.query(name).ifPresent(value ->
                query.append('&').append(name).append('=').append(Client.escaped(value))));
        var narrowed = !query.isEmpty();
        var cursor = turn.query("cursor").map(value -> "&cursor=" + Client.escaped(value)).orElse("");
        var wrong = Wrong.NOTHING;
        var log = new AuditLog(List.of(), null);
        try {
            log = turn.api().get("/operations/audit?limit=50" + query + cursor, AuditLog.class);
        } catch (Refused refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            wrong = Wrong.of(refused, turn.words(), Map.of());
        }
        var here = frame.home() + "/audit?x=" + query;
        return frame.show(turn, "audit.jte", "audit", turn.words().say("audit.title"), Map.of(
                "log", log, "wrong", wrong, "narrowed", narrowed,
                "person", turn.query("person").orElse(""), "actor", turn.query("actor").orElse(""),
                "context", turn.query("context").orElse(""), "first", cursor.isEmpty() ? "" : here,
                "next", log.nextCursor() == null ? "" : here + "&cursor=" + Client.escaped(log.nextCursor())));
    }

    private Shown chains(Turn turn) {
        var chains = turn.api().get("/operations/audit/chains", AuditLog.Chains.class).items();
        return frame.show(turn, "chains.jte", "audit", turn.words().say("audit.chains"), Map.of("chains", chains));
    }
}

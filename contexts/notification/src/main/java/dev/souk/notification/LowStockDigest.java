package dev.souk.notification;

import dev.souk.notification.db.Digests;
import dev.souk.notification.db.Queued;
import dev.souk.notification.domain.Team;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Once an hour: all articles that have run low since.
final class LowStockDigest {
    static final String NAME = "stock-low";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbox outbox;

    LowStockDigest(Outbox outbox) {
        this.outbox = outbox;
    }

    int run(Tx tx) {
        var articles = Digests.take(tx, NAME);
        if (articles.isEmpty()) {
            return 0;
        }
        var id = tx.newId();
        outbox.add(tx, List.of(Notice.team(
                NAME, new Queued.Cause(id, "LowStockAlert", id), Team.MERCHANDISING,
                Map.of("count", articles.size(), "articles", articles.stream().map(JSON::readTree).toList()))));
        return 0;
    }
}

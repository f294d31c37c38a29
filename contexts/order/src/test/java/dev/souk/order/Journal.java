package dev.souk.order;

import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What was published about one order, as `type version`.
final class Journal {
    private Journal() {}

    static List<String> of(TestPlatform souk, UUID orderId) {
        return souk.read(tx -> tx.sql("select type, aggregate_version from journal where key = ? order by position")
                .params(orderId.toString())
                .list(row -> row.text("type") + " " + row.bigint("aggregate_version")));
    }

    /// Under which correlation ids such events of one order were published.
    static Set<UUID> journeys(TestPlatform souk, UUID orderId, String type) {
        return souk.read(tx -> Set.copyOf(tx.sql("select correlation_id from journal where key = ? and type = ?")
                .params(orderId.toString(), type)
                .list(row -> row.uuid("correlation_id"))));
    }

    static List<Long> versions(TestPlatform souk, UUID orderId) {
        return souk.read(tx -> tx.sql("select aggregate_version from journal where key = ? order by position")
                .params(orderId.toString())
                .list(row -> row.bigint("aggregate_version")));
    }
}

package dev.souk.order;

import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.UUID;

/// What was published about one order, as `type version`.
final class Journal {
    private Journal() {}

    static List<String> of(TestPlatform souk, UUID orderId) {
        return souk.read(tx -> tx.sql("select type, aggregate_version from journal where key = ? order by position")
                .params(orderId.toString())
                .list(row -> row.text("type") + " " + row.bigint("aggregate_version")));
    }

    static List<Long> versions(TestPlatform souk, UUID orderId) {
        return souk.read(tx -> tx.sql("select aggregate_version from journal where key = ? order by position")
                .params(orderId.toString())
                .list(row -> row.bigint("aggregate_version")));
    }
}

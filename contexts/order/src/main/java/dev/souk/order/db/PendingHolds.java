package dev.souk.order.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the fraud gate said about orders that do not exist yet.
public final class PendingHolds {
    public record Pending(Instant reviewBy, boolean rejected, @Nullable String decidedBy) {}

    public void remember(Tx tx, UUID orderId, Instant reviewBy) {
        tx.sql("""
                insert into pending_hold (order_id, review_by, created_at) values (?, ?, ?)
                on conflict do nothing""")
                .params(orderId, reviewBy, tx.now())
                .update();
    }

    public void reject(Tx tx, UUID orderId, String decidedBy) {
        tx.sql("""
                insert into pending_hold (order_id, review_by, rejected, decided_by, created_at)
                values (?, ?, true, ?, ?)
                on conflict (order_id) do update set rejected = true, decided_by = excluded.decided_by""")
                .params(orderId, tx.now(), decidedBy, tx.now())
                .update();
    }

    public void forget(Tx tx, UUID orderId) {
        tx.sql("delete from pending_hold where order_id = ?").params(orderId).update();
    }

    /// Takes out what waits for these orders.
    public Map<UUID, Pending> take(Tx tx, List<UUID> orderIds) {
        var taken = new HashMap<UUID, Pending>();
        tx.sql("""
                delete from pending_hold where order_id = any(?)
                returning order_id, review_by, rejected, decided_by""")
                .array("uuid", orderIds)
                .list(row -> taken.put(
                        row.uuid("order_id"),
                        new Pending(row.instant("review_by"), row.bool("rejected"), row.textOrNull("decided_by"))));
        return taken;
    }
}

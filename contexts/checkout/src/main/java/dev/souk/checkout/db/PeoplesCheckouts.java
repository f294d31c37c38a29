package dev.souk.checkout.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checkouts of one person. What was checked out and what operators noted goes; that there was a checkout, with its ids
/// and amounts, stays until it is purged like all others. Both statements read the whole table: they are rare.
public final class PeoplesCheckouts implements PersonalRecords {
    private static final String BASIS =
            "Course of a purchase under an id without a name, until it is purged: proof of what was charged (GDPR art. 17(3)(e))";

    private record Course(
            UUID checkoutId,
            UUID orderId,
            String state,
            long total,
            String currency,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    private record Note(UUID checkoutId, Instant at, String action, String note) {}

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        var checkouts = tx.sql(
                        """
                        select checkout_id, order_id, state, total, currency, started_at, ended_at from checkout_saga
                        where customer_id = ? order by started_at
                        """)
                .params(person)
                .list(row -> new Course(
                        row.uuid("checkout_id"), row.uuid("order_id"), row.text("state"), row.bigint("total"),
                        row.text("currency"), row.instant("started_at"), row.instantOrNull("ended_at")));
        var notes = tx.sql("select checkout_id, at, action, note from saga_note where checkout_id = any(?) order by at")
                .array("uuid", checkouts, Course::checkoutId)
                .list(row -> new Note(
                        row.uuid("checkout_id"), row.instant("at"), row.text("action"), row.text("note")));
        return Map.of("checkouts", checkouts, "notes", notes);
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        var all = tx.sql("select checkout_id, ended_at is not null and next_due is null as over from checkout_saga where customer_id = ?")
                .params(person)
                .list(row -> Map.entry(row.uuid("checkout_id"), row.bool("over")));
        var over = all.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
        int deleted = tx.sql("delete from checkout_input where checkout_id = any(?)").array("uuid", over).update()
                + tx.sql("delete from saga_note where checkout_id = any(?)").array("uuid", over).update();
        int nameless = tx.sql("update checkout_saga set payment_last4 = null where checkout_id = any(?) and payment_last4 is not null")
                .array("uuid", over)
                .update();
        return new Forgotten(deleted, nameless, all.size(), all.isEmpty() ? null : BASIS);
    }
}

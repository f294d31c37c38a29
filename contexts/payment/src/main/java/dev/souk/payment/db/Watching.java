package dev.souk.payment.db;

import dev.souk.contracts.payment.ListFraudReviews;
import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.payment.domain.FraudCheck;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables that people work through: fraud checks and alarms.
public final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private Watching() {}

    public static void alarm(Tx tx, @Nullable UUID paymentId, @Nullable UUID orderId, String kind, String detail) {
        LOG.error("payment {} of order {}: {} ({})", paymentId, orderId, kind, detail);
        tx.sql("insert into payment_alarm (payment_id, order_id, kind, detail, raised_at) values (?, ?, ?, ?, ?)")
                .params(paymentId, orderId, kind, detail, tx.now())
                .update();
    }

    public static List<ListPaymentAlarms.Alarm> alarms(Tx tx, int limit) {
        return tx.sql(
                        """
                select number, payment_id, order_id, kind, detail, raised_at from payment_alarm
                order by number desc limit ?
                """)
                .params(limit)
                .list(row -> new ListPaymentAlarms.Alarm(
                        row.bigint("number"), row.uuidOrNull("payment_id"), row.uuidOrNull("order_id"),
                        row.text("kind"), row.text("detail"), row.instant("raised_at")));
    }

    static void check(Tx tx, List<FraudCheck> checks) {
        tx.sql(
                        """
                insert into fraud_check (id, payment_id, order_id, result, score, reasons, review_by, checked_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[],
                                     ?::timestamptz[])
                """)
                .array("uuid", checks, FraudCheck::id)
                .array("uuid", checks, FraudCheck::paymentId)
                .array("uuid", checks, FraudCheck::orderId)
                .array("text", checks, FraudCheck::result)
                .array("int", checks, FraudCheck::score)
                .array("text", checks, c -> String.join(",", c.reasons()))
                .array("timestamptz", checks, FraudCheck::reviewBy)
                .array("timestamptz", checks, FraudCheck::checkedAt)
                .update();
    }

    /// What is known of a check that may be decided.
    ///
    /// @param decision null while nobody has decided
    public record OpenCheck(UUID paymentId, UUID orderId, boolean reviewable, @Nullable String decision) {}

    public static Optional<OpenCheck> lockCheck(Tx tx, UUID id) {
        return tx.sql("select payment_id, order_id, result, decision from fraud_check where id = ? for update")
                .params(id)
                .optional(row -> new OpenCheck(
                        row.uuid("payment_id"), row.uuid("order_id"), row.text("result").equals("REVIEW"),
                        row.textOrNull("decision")));
    }

    public static void decide(Tx tx, UUID id, String decision, String by, String note) {
        tx.sql("update fraud_check set decision = ?, decided_by = ?, note = ?, decided_at = ? where id = ?")
                .params(decision, by, note, tx.now(), id)
                .update();
    }

    public static List<ListFraudReviews.Review> openReviews(Tx tx, int limit) {
        return tx.sql(
                        """
                select id, payment_id, order_id, score, reasons, review_by, checked_at from fraud_check
                where review_by is not null and decided_at is null order by checked_at limit ?
                """)
                .params(limit)
                .list(row -> new ListFraudReviews.Review(
                        row.uuid("id"), row.uuid("payment_id"), row.uuid("order_id"),
                        row.integer("score") / 1_000.0, List.of(row.text("reasons").split(",")),
                        row.instant("review_by"), row.instant("checked_at")));
    }
}

package dev.souk.payment.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of payments, newest first, without an index of their own: the block ranges of the days say where a stretch of
/// time lies, so a page looks for the stretch that holds enough of them and sorts no more than that.
public final class PaymentLists {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LOOKS_AT = 20_000;

    private PaymentLists() {}

    /// One payment in a list.
    ///
    /// @param status as the payment itself has it: what went back is in `refunded`
    public record Listed(
            UUID paymentId,
            @Nullable UUID orderId,
            @Nullable UUID customerId,
            String status,
            long amount,
            @Nullable String currency,
            long captured,
            long refunded,
            @Nullable String brand,
            @Nullable String failureReason,
            @Nullable String fraudResult,
            Instant requestedAt) {}

    /// Where a page begins: before this payment of this instant.
    public record Place(Instant at, UUID id) {
        public static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));
    }

    /// @param next null when there is nothing older
    public record Page(List<Listed> payments, @Nullable Place next) {}

    /// Which payments.
    ///
    /// @param status null means all
    /// @param from inside
    /// @param to outside
    public record Wanted(@Nullable String status, @Nullable Instant from, @Nullable Instant to, Place before, int limit) {}

    public static Page page(Tx tx, Wanted wanted) {
        var oldest = wanted.from() == null ? EARLIEST : wanted.from();
        var now = tx.now().plusSeconds(60);
        var end = wanted.to() == null || wanted.to().isAfter(now) ? now : wanted.to();
        var before = wanted.before().at().isAfter(end) ? new Place(end, new UUID(0, 0)) : wanted.before();
        var from = beginning(tx, oldest, before.at(), wanted.status() == null ? wanted.limit() + 1 : LOOKS_AT);
        var found = found(tx, wanted, from, before);
        if (found.size() == wanted.limit()) {
            var last = found.getLast();
            return new Page(found, new Place(last.requestedAt(), last.paymentId()));
        }
        return new Page(found, from.isAfter(oldest) ? new Place(from, new UUID(0, 0)) : null);
    }

    /// How far back a page has to look to see so many payments, and not many more.
    private static Instant beginning(Tx tx, Instant oldest, Instant end, int enough) {
        var stretch = Duration.ofSeconds(1);
        while (end.minus(stretch).isAfter(oldest) && count(tx, end.minus(stretch), end) < enough) {
            stretch = stretch.multipliedBy(4);
        }
        while (stretch.toSeconds() > 1 && count(tx, end.minus(stretch), end) > LOOKS_AT) {
            stretch = stretch.dividedBy(2);
        }
        var from = end.minus(stretch);
        return from.isBefore(oldest) ? oldest : from;
    }

    private static long count(Tx tx, Instant from, Instant end) {
        return tx.sql("""
                select count(*) as n from (
                    select from payment where requested_at >= ? and requested_at <= ? limit ?) one""")
                .params(from, end, LOOKS_AT + 1)
                .optional(row -> row.bigint("n"))
                .orElse(0L);
    }

    private static List<Listed> found(Tx tx, Wanted wanted, Instant from, Place before) {
        var sql = tx.sql("""
                select id, order_id, customer_id, status, amount, currency, captured, refunded, brand, failure_reason,
                       fraud_result, requested_at
                  from payment
                 where requested_at >= ? and requested_at <= ? and (requested_at, id) < (?, ?)"""
                + (wanted.status() == null ? "" : " and status = ?")
                + " order by requested_at desc, id desc limit ?");
        sql.params(from, before.at(), before.at(), before.id());
        return (wanted.status() == null ? sql : sql.params(wanted.status()))
                .params(wanted.limit())
                .list(PaymentLists::listed);
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.uuid("id"), row.uuidOrNull("order_id"), row.uuidOrNull("customer_id"), row.text("status"),
                row.bigint("amount"), row.textOrNull("currency"), row.bigint("captured"), row.bigint("refunded"),
                row.textOrNull("brand"), row.textOrNull("failure_reason"), row.textOrNull("fraud_result"),
                row.instant("requested_at"));
    }
}

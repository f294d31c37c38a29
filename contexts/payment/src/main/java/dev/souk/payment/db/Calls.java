package dev.souk.payment.db;

import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `provider_call` table.
public final class Calls {
    /// A call that was handed to the worker is looked at again after this, should the worker have died.
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String WITH_PAYMENT =
            """
            select c.operation, c.payment_id, c.subject, c.round, c.amount, c.attempts, p.currency, p.token,
                   p.reference, p.order_id, p.return_url, p.customer_id, p.country
            from claimed c join payment p on p.id = c.payment_id
            """;

    private Calls() {}

    /// A call to be stored.
    ///
    /// @param due when it is looked at
    record Queued(Operation operation, UUID paymentId, UUID subject, int round, long amount, Instant due) {}

    /// How a call ended, or when it is to be tried again.
    ///
    /// @param next null when it is done
    public record Finished(ProviderCall request, int attempts, @Nullable Instant next, String answer) {}

    static void queue(Tx tx, List<Queued> calls) {
        tx.sql(
                        """
                insert into provider_call (payment_id, operation, subject, round, amount, next_due, state, created_at)
                select n.*, 'OPEN', ?::timestamptz
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[]) as n
                on conflict (payment_id, operation, subject) do update
                set state = 'OPEN', next_due = excluded.next_due, round = excluded.round
                """)
                .params(tx.now())
                .array("uuid", calls, Queued::paymentId)
                .array("text", calls, Queued::operation)
                .array("uuid", calls, Queued::subject)
                .array("int", calls, Queued::round)
                .array("bigint", calls, Queued::amount)
                .array("timestamptz", calls, Queued::due)
                .update();
    }

    /// Calls that were withdrawn in the meantime stay withdrawn.
    public static void finish(Tx tx, List<Finished> calls) {
        tx.sql(
                        """
                update provider_call c
                set state = case when n.next is null then 'DONE' else 'OPEN' end, attempts = n.attempts,
                    next_due = n.next, answer = n.answer
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::timestamptz[], ?::text[])
                    as n (payment_id, operation, subject, attempts, next, answer)
                where c.payment_id = n.payment_id and c.operation = n.operation and c.subject = n.subject
                  and c.state = 'OPEN'
                """)
                .array("uuid", calls, f -> f.request().paymentId())
                .array("text", calls, f -> f.request().operation())
                .array("uuid", calls, f -> f.request().subject())
                .array("int", calls, Finished::attempts)
                .array("timestamptz", calls, Finished::next)
                .array("text", calls, Finished::answer)
                .update();
    }

    static void withdraw(Tx tx, List<UUID> payments, List<Operation> operations) {
        tx.sql(
                        """
                update provider_call c set state = 'WITHDRAWN', next_due = null
                from unnest(?::uuid[], ?::text[]) as n (payment_id, operation)
                where c.payment_id = n.payment_id and c.operation = n.operation and c.state = 'OPEN'
                """)
                .array("uuid", payments)
                .array("text", operations)
                .update();
    }

    /// Takes what is due, and leaves it to the taker for a while.
    public static List<Call> claim(Tx tx, int limit) {
        return tx.sql(
                        """
                with due as materialized (
                    select payment_id, operation, subject from provider_call
                    where next_due <= ? order by next_due limit ? for update skip locked),
                claimed as (
                    update provider_call c set next_due = ? from due d
                    where c.payment_id = d.payment_id and c.operation = d.operation and c.subject = d.subject
                    returning c.*)
                """
                                + WITH_PAYMENT)
                .params(tx.now(), limit, tx.now().plus(LEASE))
                .list(Calls::call);
    }

    /// After a start: what was handed over in memory before is due now.
    public static void reclaim(Tx tx) {
        tx.sql("update provider_call set next_due = ? where next_due > ? and attempts = 0 and operation <> 'LOOK'")
                .params(tx.now(), tx.now())
                .update();
    }

    /// Asks again at once whatever is open for these payments; answers which payments have something open.
    static List<UUID> hurry(Tx tx, Collection<UUID> payments) {
        return tx.sql(
                        """
                update provider_call set next_due = ?
                where payment_id = any(?) and state = 'OPEN'
                returning payment_id
                """)
                .params(tx.now())
                .array("uuid", List.copyOf(payments))
                .list(row -> row.uuid("payment_id"));
    }

    private static Call call(Row row) {
        var request = new ProviderCall(
                row.enumOf(Operation.class, "operation"), row.uuid("payment_id"), row.uuid("subject"),
                row.integer("round"), row.bigint("amount"), row.text("currency"), row.text("token"),
                row.textOrNull("reference"), row.uuidOrNull("order_id"), row.textOrNull("return_url"));
        return new Call(request, row.uuidOrNull("customer_id"), row.textOrNull("country"), row.integer("attempts"));
    }
}

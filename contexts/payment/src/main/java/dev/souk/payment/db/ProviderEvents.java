package dev.souk.payment.db;

import dev.souk.contracts.payment.ReceiveProviderWebhook;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `provider_event` table: webhooks, each once, in whatever order they came.
public final class ProviderEvents {
    private ProviderEvents() {}

    /// A webhook that has not been looked at.
    public record Waiting(
            String provider,
            String eventId,
            String type,
            @Nullable UUID paymentId,
            @Nullable Long capturedTotal,
            @Nullable Long refundedTotal) {}

    /// Answers false when it is there already.
    public static boolean store(Tx tx, ReceiveProviderWebhook event) {
        return tx.sql(
                                """
                insert into provider_event (provider, event_id, type, payment_id, reference, captured_total,
                                            refunded_total, created_at, received_at, due_at)
                values (?, ?, ?, ?::uuid, ?::text, ?::bigint, ?::bigint, ?, ?, ?)
                on conflict (provider, event_id) do nothing
                """)
                        .params(event.provider(), event.eventId(), event.type(), event.paymentId(), event.reference())
                        .params(event.capturedTotal(), event.refundedTotal(), event.createdAt(), tx.now(), tx.now())
                        .update()
                == 1;
    }

    public static List<Waiting> claim(Tx tx, int limit) {
        return tx.sql(
                        """
                select provider, event_id, type, payment_id, captured_total, refunded_total from provider_event
                where due_at <= ? order by due_at limit ? for update skip locked
                """)
                .params(tx.now(), limit)
                .list(row -> new Waiting(
                        row.text("provider"), row.text("event_id"), row.text("type"), row.uuidOrNull("payment_id"),
                        row.bigintOrNull("captured_total"), row.bigintOrNull("refunded_total")));
    }

    public static void processed(Tx tx, Waiting event, String outcome) {
        tx.sql("update provider_event set due_at = null, outcome = ? where provider = ? and event_id = ?")
                .params(outcome, event.provider(), event.eventId())
                .update();
    }

    /// Asks again at once whatever is open for these payments; answers which have something open.
    public static Collection<UUID> hurry(Tx tx, Collection<UUID> payments) {
        return payments.isEmpty() ? List.of() : Calls.hurry(tx, payments);
    }
}

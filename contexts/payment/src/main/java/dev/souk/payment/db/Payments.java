package dev.souk.payment.db;

import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Progress;
import dev.souk.payment.domain.Status;
import dev.souk.payment.domain.Terms;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `payment` table.
public final class Payments {
    static final String COLUMNS =
            """
            id, order_id, checkout_id, cart_id, customer_id, amount, currency, token, return_url, country,
            correlation_id, requested_at, status, version, reference, brand, last4, authorized, captured, refunded,
            refund_pending, capture_requested, blocked, capture_failures, failure_reason, failure_detail, client_ref,
            action_due, authorized_at, expires_at, captured_at, fraud_result, fraud_score""";

    private Payments() {}

    /// Locked in the order of their ids, so that two transactions never wait for each other.
    public static Map<UUID, Payment> lock(Tx tx, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Payment>();
        if (!ids.isEmpty()) {
            tx.sql("select " + COLUMNS + " from payment where id = any(?) order by id for no key update")
                    .array("uuid", List.copyOf(new HashSet<>(ids)))
                    .list(Payments::payment)
                    .forEach(payment -> found.put(payment.id(), payment));
        }
        return found;
    }

    public static Optional<Payment> lock(Tx tx, UUID id) {
        return Optional.ofNullable(lock(tx, List.of(id)).get(id));
    }

    public static Optional<Payment> get(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from payment where id = ?").params(id).optional(Payments::payment);
    }

    public static List<Payment> ofOrder(Tx tx, UUID orderId) {
        return tx.sql("select " + COLUMNS + " from payment where order_id = ? order by requested_at, id")
                .params(orderId)
                .list(Payments::payment);
    }

    public static Map<UUID, UUID> idsOfOrders(Tx tx, Collection<UUID> orderIds) {
        var found = new LinkedHashMap<UUID, UUID>();
        if (!orderIds.isEmpty()) {
            tx.sql("select order_id, id from payment where order_id = any(?) order by requested_at")
                    .array("uuid", List.copyOf(orderIds))
                    .list(row -> found.put(row.uuid("order_id"), row.uuid("id")));
        }
        return found;
    }

    /// Shoppers whose time on the provider's page is over.
    public static List<Payment> actionsOver(Tx tx, int limit) {
        return tx.sql("select " + COLUMNS
                        + " from payment where action_due <= ? order by action_due limit ? for no key update skip locked")
                .params(tx.now(), limit)
                .list(Payments::payment);
    }

    /// Answers the ids that were new; the others are there already and stay as they are.
    public static Set<UUID> insert(Tx tx, List<Payment> payments) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        var terms = payments.stream().map(Payment::terms).toList();
        var progress = payments.stream().map(Payment::progress).toList();
        var inserted = tx.sql(
                        """
                insert into payment (id, order_id, checkout_id, cart_id, customer_id, amount, currency, token,
                                     return_url, country, correlation_id, requested_at, status, version, reference,
                                     authorized, failure_reason, failure_detail, authorized_at, expires_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[],
                                     ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[],
                                     ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[],
                                     ?::timestamptz[])
                on conflict (id) do nothing
                returning id
                """)
                .array("uuid", terms, Terms::id)
                .array("uuid", terms, Terms::orderId)
                .array("uuid", terms, Terms::checkoutId)
                .array("uuid", terms, Terms::cartId)
                .array("uuid", terms, Terms::customerId)
                .array("bigint", terms, Terms::amount)
                .array("text", terms, Terms::currency)
                .array("text", terms, Terms::token)
                .array("text", terms, Terms::returnUrl)
                .array("text", terms, Terms::country)
                .array("uuid", terms, Terms::correlationId)
                .array("timestamptz", terms, Terms::requestedAt)
                .array("text", progress, Progress::status)
                .array("bigint", progress, Progress::version)
                .array("text", progress, Progress::reference)
                .array("bigint", progress, Progress::authorized)
                .array("text", progress, Progress::failureReason)
                .array("text", progress, Progress::failureDetail)
                .array("timestamptz", progress, Progress::authorizedAt)
                .array("timestamptz", progress, Progress::expiresAt)
                .list(row -> row.uuid("id"));
        return new HashSet<>(inserted);
    }

    static void save(Tx tx, List<Payment> payments) {
        var progress = payments.stream().map(Payment::progress).toList();
        tx.sql(
                        """
                update payment p set
                    status = n.status, version = n.version, reference = n.reference, brand = n.brand,
                    last4 = n.last4, authorized = n.authorized, captured = n.captured, refunded = n.refunded,
                    refund_pending = n.refund_pending, capture_requested = n.capture_requested,
                    blocked = n.blocked, capture_failures = n.capture_failures,
                    failure_reason = n.failure_reason, failure_detail = n.failure_detail,
                    client_ref = n.client_ref, action_due = n.action_due, authorized_at = n.authorized_at,
                    expires_at = n.expires_at, captured_at = n.captured_at, fraud_result = n.fraud_result,
                    fraud_score = n.fraud_score
                from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                            ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[], ?::int[], ?::text[],
                            ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::int[])
                    as n (id, status, version, reference, brand, last4, authorized, captured, refunded,
                          refund_pending, capture_requested, blocked, capture_failures, failure_reason,
                          failure_detail, client_ref, action_due, authorized_at, expires_at, captured_at,
                          fraud_result, fraud_score)
                where p.id = n.id
                """)
                .array("uuid", payments, Payment::id)
                .array("text", progress, Progress::status)
                .array("bigint", progress, Progress::version)
                .array("text", progress, Progress::reference)
                .array("text", progress, Progress::brand)
                .array("text", progress, p -> p.last4() == null ? null : p.last4().text())
                .array("bigint", progress, Progress::authorized)
                .array("bigint", progress, Progress::captured)
                .array("bigint", progress, Progress::refunded)
                .array("bigint", progress, Progress::refundPending)
                .array("boolean", progress, Progress::captureRequested)
                .array("boolean", progress, Progress::blocked)
                .array("int", progress, Progress::captureFailures)
                .array("text", progress, Progress::failureReason)
                .array("text", progress, Progress::failureDetail)
                .array("text", progress, Progress::clientRef)
                .array("timestamptz", progress, Progress::actionDue)
                .array("timestamptz", progress, Progress::authorizedAt)
                .array("timestamptz", progress, Progress::expiresAt)
                .array("timestamptz", progress, Progress::capturedAt)
                .array("text", progress, Progress::fraudResult)
                .array("int", progress, Progress::fraudScore)
                .update();
    }

    private static @Nullable Sealed<String> last4(Row row) {
        var text = row.textOrNull("last4");
        return text == null ? null : new Sealed<>(text);
    }

    static Payment payment(Row row) {
        Instant requestedAt = row.instant("requested_at");
        var terms = new Terms(
                row.uuid("id"), row.uuidOrNull("order_id"), row.uuidOrNull("checkout_id"), row.uuidOrNull("cart_id"),
                row.uuidOrNull("customer_id"), row.bigint("amount"), row.textOrNull("currency"), row.text("token"),
                row.textOrNull("return_url"), row.textOrNull("country"), row.uuid("correlation_id"), requestedAt);
        var progress = new Progress(
                row.enumOf(Status.class, "status"), row.bigint("version"), row.textOrNull("reference"),
                row.textOrNull("brand"), last4(row), row.bigint("authorized"), row.bigint("captured"),
                row.bigint("refunded"), row.bigint("refund_pending"), row.bool("capture_requested"),
                row.bool("blocked"), row.integer("capture_failures"), row.textOrNull("failure_reason"),
                row.textOrNull("failure_detail"), row.textOrNull("client_ref"), row.instantOrNull("action_due"),
                row.instantOrNull("authorized_at"), row.instantOrNull("expires_at"), row.instantOrNull("captured_at"),
                row.textOrNull("fraud_result"), row.integerOrNull("fraud_score"));
        return new Payment(terms, progress);
    }
}

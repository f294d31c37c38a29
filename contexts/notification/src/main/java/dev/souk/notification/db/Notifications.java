package dev.souk.notification.db;

import dev.souk.notification.domain.Category;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Decision;
import dev.souk.notification.domain.Judgement;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `notification` and `attempt` tables, as the sending sees them.
public final class Notifications {
    /// Who took something to send it and died has it taken away after this.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final String COLUMNS =
            """
            id, cause_id, cause_type, correlation_id, template, category, channel, recipient, sort, order_id, address,
            data, attempts, failures, created_at
            """;

    private Notifications() {}

    /// Puts in what is not there yet.
    ///
    /// @param due when each is to be looked at; null for what needs no sending: a notice in the shop
    /// @return the ids of those that are new
    public static Set<UUID> insert(Tx tx, List<Queued> queued, List<@Nullable Instant> due) {
        return new HashSet<>(tx.sql(
                        """
                insert into notification (id, cause_id, cause_type, correlation_id, template, category, channel,
                    recipient, sort, order_id, address, data, created_at, due_at, sent_at, status, attempts, failures)
                select n.id, n.cause_id, n.cause_type, n.correlation_id, n.template, n.category, n.channel,
                    n.recipient, n.sort, n.order_id, n.address, n.data, n.created_at, n.due_at,
                    case when n.due_at is null then n.created_at end,
                    case when n.due_at is null then 'SENT' else 'QUEUED' end,
                    case when n.due_at is null then 1 else 0 end, 0
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                    ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as n (id, cause_id, cause_type, correlation_id, template, category, channel, recipient, sort,
                          order_id, address, data, created_at, due_at)
                on conflict (id) do nothing
                returning id
                """)
                .array("uuid", queued, Queued::id)
                .array("uuid", queued, q -> q.cause().eventId())
                .array("text", queued, q -> q.cause().eventType())
                .array("uuid", queued, q -> q.cause().correlationId())
                .array("text", queued, Queued::template)
                .array("text", queued, Queued::category)
                .array("text", queued, Queued::channel)
                .array("uuid", queued, Queued::recipient)
                .array("text", queued, Queued::sort)
                .array("uuid", queued, Queued::order)
                .array("text", queued, q -> q.address() == null ? null : q.address().text())
                .array("text", queued, Queued::data)
                .array("timestamptz", queued, Queued::createdAt)
                .array("timestamptz", due)
                .list(row -> row.uuid("id")));
    }

    /// Takes what is due, and leaves it to the taker for a while.
    public static List<Queued> claim(Tx tx, int limit) {
        return tx.sql(
                        """
                with due as materialized (
                    select id from notification where due_at <= ? order by due_at limit ? for update skip locked)
                update notification n set due_at = ? from due d where n.id = d.id
                returning n.id, n.cause_id, n.cause_type, n.correlation_id, n.template, n.category, n.channel,
                    n.recipient, n.sort, n.order_id, n.address, n.data, n.attempts, n.failures, n.created_at
                """)
                .params(tx.now(), limit, tx.now().plus(LEASE))
                .list(Queued::of);
    }

    /// What went to these in the last day, but for notices in the shop.
    public static Map<UUID, List<Judgement.Past>> sent(Tx tx, Collection<UUID> recipients) {
        var all = new HashMap<UUID, List<Judgement.Past>>();
        tx.sql(
                        """
                select recipient, category, sent_at from notification
                where recipient = any(?) and sent_at > ? and channel <> 'IN_APP'
                """)
                .array("uuid", List.copyOf(recipients))
                .params(tx.now().minus(Duration.ofDays(1)))
                .list(row -> all.computeIfAbsent(row.uuid("recipient"), _ -> new ArrayList<>())
                        .add(new Judgement.Past(row.enumOf(Category.class, "category"), row.instant("sent_at"))));
        return all;
    }

    /// How something ended or goes on.
    ///
    /// @param status SENT, FAILED, SUPPRESSED, EXPIRED, or QUEUED with `due`
    /// @param tried whether it was handed to a channel
    /// @param outcome kept as an attempt when it was tried and failed
    public record Ended(
            UUID id,
            String status,
            @Nullable String reason,
            @Nullable Instant due,
            boolean tried,
            @Nullable String outcome,
            @Nullable String providerRef) {
        public static Ended sent(UUID id, @Nullable String ref) {
            return new Ended(id, "SENT", null, null, true, null, ref);
        }

        public static Ended dropped(UUID id, Decision.Drop drop) {
            return new Ended(id, drop.ending().name(), drop.reason(), null, false, null, null);
        }

        public static Ended deferred(UUID id, Instant until) {
            return new Ended(id, "QUEUED", null, until, false, null, null);
        }

        public static Ended again(UUID id, Instant due, String outcome) {
            return new Ended(id, "QUEUED", outcome, due, true, outcome, null);
        }

        public static Ended failed(UUID id, String outcome) {
            return new Ended(id, "FAILED", outcome, null, true, outcome, null);
        }
    }

    /// What was ended in the meantime by somebody else stays as it is.
    ///
    /// @return the ids that were still open
    public static Set<UUID> end(Tx tx, List<Ended> ended) {
        var open = new HashSet<>(tx.sql(
                        """
                update notification n
                set status = e.status, reason = e.reason, due_at = e.due,
                    sent_at = case when e.status = 'SENT' then ?::timestamptz end, provider_ref = e.provider_ref,
                    attempts = n.attempts + case when e.tried then 1 else 0 end,
                    failures = n.failures + case when e.tried and e.status <> 'SENT' then 1 else 0 end
                from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::text[])
                    as e (id, status, reason, due, tried, provider_ref)
                where n.id = e.id and n.status = 'QUEUED'
                returning n.id
                """)
                .params(tx.now())
                .array("uuid", ended, Ended::id)
                .array("text", ended, Ended::status)
                .array("text", ended, Ended::reason)
                .array("timestamptz", ended, Ended::due)
                .array("boolean", ended, Ended::tried)
                .array("text", ended, Ended::providerRef)
                .list(row -> row.uuid("id")));
        keepTries(tx, ended.stream().filter(e -> e.outcome() != null && open.contains(e.id())).toList());
        return open;
    }

    private static void keepTries(Tx tx, List<Ended> failed) {
        if (failed.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                insert into attempt (notification_id, number, at, outcome)
                select n.id, n.attempts, ?, e.outcome from unnest(?::uuid[], ?::text[]) as e (id, outcome)
                join notification n on n.id = e.id
                """)
                .params(tx.now())
                .array("uuid", failed, Ended::id)
                .array("text", failed, Ended::outcome)
                .update();
    }

    /// A failed one begins again.
    public static boolean retry(Tx tx, UUID id) {
        return tx.sql(
                        """
                update notification set status = 'QUEUED', reason = null, failures = 0, due_at = ?
                where id = ? and status = 'FAILED'
                """)
                .params(tx.now(), id)
                .update()
                == 1;
    }

    public static Optional<Queued> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from notification where id = ?").params(id).optional(Queued::of);
    }

    /// A notice in the shop was opened.
    ///
    /// @return empty when it is not the recipient's; otherwise whether it was unread until now
    public static Optional<Boolean> read(Tx tx, UUID id, Collection<UUID> recipients) {
        int changed = tx.sql(
                        """
                update notification set read_at = ?
                where id = ? and recipient = any(?) and channel = 'IN_APP' and read_at is null
                """)
                .params(tx.now(), id)
                .array("uuid", List.copyOf(recipients))
                .update();
        if (changed == 1) {
            return Optional.of(true);
        }
        return tx.sql("select recipient from notification where id = ? and recipient = any(?) and channel = 'IN_APP'")
                .params(id)
                .array("uuid", List.copyOf(recipients))
                .optional(_ -> false);
    }

    /// How it is called on the channel `other`, when it was already begun there.
    public static boolean begun(Tx tx, Queued queued, Channel other) {
        return find(tx, queued.on(other).id()).isPresent();
    }
}

package dev.souk.notification.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `webhook_subscription` and `webhook_event_type` tables.
public final class Subscriptions {
    private static final String SELECT =
            """
            select s.*, coalesce((select string_agg(t.event_type, ',' order by t.event_type) from webhook_event_type t
                                  where t.subscription_id = s.id), '') as types,
                   coalesce((select min(d.position) - 1 from webhook_delivery d
                             where d.subscription_id = s.id and d.due_at is not null),
                            (select max(d.position) from webhook_delivery d where d.subscription_id = s.id), 0) as done
            from webhook_subscription s
            """;

    private Subscriptions() {}

    /// @param position up to which everything has been delivered or given up
    public record Subscription(
            UUID id,
            String url,
            List<String> eventTypes,
            Sealed<String> secret,
            @Nullable Sealed<String> previousSecret,
            @Nullable Instant previousUntil,
            String status,
            @Nullable Instant failingSince,
            @Nullable String lastError,
            long position,
            long version,
            Instant createdAt) {
        public Subscription {
            eventTypes = List.copyOf(eventTypes);
        }

        static Subscription of(Row row) {
            var types = row.text("types");
            var previous = row.textOrNull("previous_secret");
            return new Subscription(
                    row.uuid("id"), row.text("url"), types.isEmpty() ? List.of() : Arrays.asList(types.split(",", -1)),
                    new Sealed<>(row.text("secret")), previous == null ? null : new Sealed<>(previous),
                    row.instantOrNull("previous_until"), row.text("status"), row.instantOrNull("failing_since"),
                    row.textOrNull("last_error"), row.bigint("done"), row.bigint("version"),
                    row.instant("created_at"));
        }
    }

    /// @return false when it is there already
    public static boolean insert(Tx tx, UUID id, String url, Sealed<String> secret) {
        return tx.sql(
                        """
                insert into webhook_subscription (id, url, secret, status, version, created_at)
                values (?, ?, ?, 'ACTIVE', 1, ?) on conflict (id) do nothing
                """)
                .params(id, url, secret.text(), tx.now())
                .update()
                == 1;
    }

    public static void types(Tx tx, UUID id, Set<String> types) {
        tx.sql("delete from webhook_event_type where subscription_id = ?").params(id).update();
        tx.sql("insert into webhook_event_type (event_type, subscription_id) select t, ?::uuid from unnest(?::text[]) t")
                .params(id)
                .array("text", List.copyOf(types))
                .update();
    }

    public static Optional<Subscription> find(Tx tx, UUID id) {
        return tx.sql(SELECT + "where s.id = ?").params(id).optional(Subscription::of);
    }

    public static List<Subscription> find(Tx tx, List<UUID> ids) {
        return tx.sql(SELECT + "where s.id = any(?)").array("uuid", ids).list(Subscription::of);
    }

    public static List<Subscription> page(Tx tx, UUID after, int limit) {
        return tx.sql(SELECT + "where s.id > ? order by s.id limit ?").params(after, limit).list(Subscription::of);
    }

    /// Types that an active subscription wants.
    public static Set<String> wanted(Tx tx) {
        return new HashSet<>(tx.sql(
                        """
                select distinct t.event_type from webhook_event_type t
                join webhook_subscription s on s.id = t.subscription_id
                """)
                .list(row -> row.text("event_type")));
    }

    public static void rotate(Tx tx, UUID id, Sealed<String> secret, Instant previousUntil) {
        tx.sql(
                        """
                update webhook_subscription
                set previous_secret = secret, previous_until = ?, secret = ?, version = version + 1 where id = ?
                """)
                .params(previousUntil, secret.text(), id)
                .update();
    }

    public static void change(Tx tx, UUID id, String url, String status) {
        tx.sql(
                        """
                update webhook_subscription set url = ?, status = ?, version = version + 1,
                    failing_since = case when ? = 'ACTIVE' then null else failing_since end
                where id = ?
                """)
                .params(url, status, status, id)
                .update();
    }

    public static boolean delete(Tx tx, UUID id) {
        return tx.sql("delete from webhook_subscription where id = ?").params(id).update() == 1;
    }

    /// It works.
    public static void working(Tx tx, List<UUID> ids) {
        tx.sql("update webhook_subscription set failing_since = null where id = any(?) and failing_since is not null")
                .array("uuid", ids)
                .update();
    }

    /// It does not.
    ///
    /// @return since when
    public static Optional<Instant> failing(Tx tx, UUID id, String error) {
        return tx.sql(
                        """
                update webhook_subscription set failing_since = coalesce(failing_since, ?), last_error = ?
                where id = ? and status = 'ACTIVE' returning failing_since
                """)
                .params(tx.now(), error, id)
                .optional(row -> row.instant("failing_since"));
    }

    /// Given up until somebody enables it.
    ///
    /// @return its version, when it was active
    public static Optional<Long> disable(Tx tx, UUID id) {
        return tx.sql(
                        """
                update webhook_subscription set status = 'DISABLED', version = version + 1
                where id = ? and status = 'ACTIVE' returning version
                """)
                .params(id)
                .optional(row -> row.bigint("version"));
    }
}

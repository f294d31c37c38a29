package dev.souk.notification.db;

import dev.souk.notification.domain.Category;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The `notification` and `attempt` tables, as customers and staff read them.
public final class Notices {
    private static final UUID LAST = new UUID(-1, -1);

    private Notices() {}

    /// A notice in the shop.
    public record InApp(
            UUID id, String template, Category category, @Nullable UUID order, @Nullable String data, Instant at,
            @Nullable Instant readAt) {}

    /// One line of the record. It holds no address and no text.
    public record Logged(
            UUID notificationId,
            UUID recipient,
            String recipientKind,
            String templateKey,
            String category,
            String channel,
            String status,
            @Nullable String reason,
            int attempts,
            UUID causeId,
            String causeType,
            UUID correlationId,
            @Nullable UUID orderId,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable Instant readAt,
            @Nullable String providerRef) {
        static Logged of(Row row) {
            return new Logged(
                    row.uuid("id"), row.uuid("recipient"), row.text("sort"), row.text("template"),
                    row.text("category"), row.text("channel"), row.text("status"), row.textOrNull("reason"),
                    row.integer("attempts"), row.uuid("cause_id"), row.text("cause_type"),
                    row.uuid("correlation_id"), row.uuidOrNull("order_id"), row.instant("created_at"),
                    row.instantOrNull("due_at"), row.instantOrNull("sent_at"), row.instantOrNull("read_at"),
                    row.textOrNull("provider_ref"));
        }
    }

    /// A try that failed.
    public record Attempt(int number, Instant at, String outcome) {}

    public static List<InApp> inApp(Tx tx, Collection<UUID> recipients, @Nullable UUID before, int limit) {
        return tx.sql(
                        """
                select id, template, category, order_id, data, created_at, read_at from notification
                where recipient = any(?) and channel = 'IN_APP' and id < ? order by id desc limit ?
                """)
                .array("uuid", List.copyOf(recipients))
                .params(before == null ? LAST : before, limit)
                .list(row -> new InApp(
                        row.uuid("id"), row.text("template"), row.enumOf(Category.class, "category"),
                        row.uuidOrNull("order_id"), row.textOrNull("data"), row.instant("created_at"),
                        row.instantOrNull("read_at")));
    }

    /// @param most where counting ends
    public static int unread(Tx tx, Collection<UUID> recipients, int most) {
        return tx.sql(
                        """
                select count(*) as n from (select 1 from notification
                    where recipient = any(?) and channel = 'IN_APP' and read_at is null limit ?) as u
                """)
                .array("uuid", List.copyOf(recipients))
                .params(most)
                .one(row -> row.integer("n"));
    }

    public static List<Logged> ofRecipient(Tx tx, UUID recipient, @Nullable UUID before, int limit) {
        return tx.sql("select * from notification where recipient = ? and id < ? order by id desc limit ?")
                .params(recipient, before == null ? LAST : before, limit)
                .list(Logged::of);
    }

    public static List<Logged> failed(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql("select * from notification where status = 'FAILED' and id < ? order by id desc limit ?")
                .params(before == null ? LAST : before, limit)
                .list(Logged::of);
    }

    public static List<Logged> all(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql("select * from notification where id < ? order by id desc limit ?")
                .params(before == null ? LAST : before, limit)
                .list(Logged::of);
    }

    public static Optional<Logged> find(Tx tx, UUID id) {
        return tx.sql("select * from notification where id = ?").params(id).optional(Logged::of);
    }

    public static List<Attempt> attempts(Tx tx, UUID id) {
        return tx.sql("select number, at, outcome from attempt where notification_id = ? order by number")
                .params(id)
                .list(row -> new Attempt(row.integer("number"), row.instant("at"), row.text("outcome")));
    }

    /// A page and where the next one begins.
    public static <T> @Nullable UUID next(List<T> page, int limit, Function<T, UUID> id) {
        return page.size() < limit ? null : id.apply(page.getLast());
    }
}

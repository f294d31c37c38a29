package dev.souk.notification.db;

import dev.souk.notification.domain.Category;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.NotificationId;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One notification on its way.
///
/// @param recipient a customer's or a team's id, or one made from a bare address
/// @param order whose order it tells about
/// @param address only where the recipient is no customer
/// @param data JSON of values for the template
/// @param attempts tries so far, all of them
/// @param failures tries that failed since it was queued or retried by hand
public record Queued(
        UUID id,
        Cause cause,
        String template,
        Category category,
        Channel channel,
        UUID recipient,
        Sort sort,
        @Nullable UUID order,
        @Nullable Sealed<String> address,
        @Nullable String data,
        int attempts,
        int failures,
        Instant createdAt) {
    /// Why it is sent.
    public record Cause(UUID eventId, String eventType, UUID correlationId) {}

    /// What sort of recipient it is.
    public enum Sort {
        CUSTOMER,
        TEAM,
        ADDRESS
    }

    /// When that happened which it tells about.
    public Instant caused() {
        return NotificationId.written(cause.eventId()).filter(createdAt::isAfter).orElse(createdAt);
    }

    public @Nullable UUID customer() {
        return sort == Sort.CUSTOMER ? recipient : null;
    }

    /// The same for another channel, from the beginning.
    public Queued on(Channel other) {
        return new Queued(
                NotificationId.of(cause.eventId(), template, other, recipient), cause, template, category, other,
                recipient, sort, order, address, data, 0, 0, createdAt);
    }

    static Queued of(Row row) {
        var address = row.textOrNull("address");
        return new Queued(
                row.uuid("id"),
                new Cause(row.uuid("cause_id"), row.text("cause_type"), row.uuid("correlation_id")),
                row.text("template"),
                row.enumOf(Category.class, "category"),
                row.enumOf(Channel.class, "channel"),
                row.uuid("recipient"),
                row.enumOf(Sort.class, "sort"),
                row.uuidOrNull("order_id"),
                address == null ? null : new Sealed<>(address),
                row.textOrNull("data"),
                row.integer("attempts"),
                row.integer("failures"),
                row.instant("created_at"));
    }
}

package dev.souk.notification.db;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that is held about one person, to be shown and to be forgotten.
public final class Person {
    private Person() {}

    public record Device(String deviceId, Sealed<String> token, Instant since) {}

    public record Told(
            UUID notificationId, String template, String channel, String status, @Nullable UUID orderId, Instant createdAt,
            @Nullable Instant sentAt, @Nullable Instant readAt) {}

    /// What became of it. `nameless` are lines of the record: template, channel and times are kept.
    public record Forgotten(int deleted, int nameless) {}

    public static List<Device> devices(Tx tx, UUID person) {
        return tx.sql("select device_id, token, since from device where customer_id = ? order by device_id")
                .params(person)
                .list(row -> new Device(row.text("device_id"), new Sealed<>(row.text("token")), row.instant("since")));
    }

    public static List<Told> told(Tx tx, UUID person) {
        return tx.sql(
                        """
                select id, template, channel, status, order_id, created_at, sent_at, read_at from notification
                where recipient = ? order by id
                """)
                .params(person)
                .list(row -> new Told(
                        row.uuid("id"), row.text("template"), row.text("channel"), row.text("status"),
                        row.uuidOrNull("order_id"), row.instant("created_at"), row.instantOrNull("sent_at"),
                        row.instantOrNull("read_at")));
    }

    /// The addresses that stand with the person's orders.
    public static List<Sealed<String>> orderAddresses(Tx tx, UUID person) {
        return tx.sql(
                        """
                select v.email from order_view v
                where v.email is not null and v.order_id in (select order_id from notification where recipient = ?)
                order by v.order_id
                """)
                .params(person)
                .list(row -> new Sealed<>(row.text("email")));
    }

    public static Forgotten forget(Tx tx, UUID person) {
        int deleted = tx.sql("delete from recipient where customer_id = ?").params(person).update()
                + tx.sql("delete from device where customer_id = ?").params(person).update();
        tx.sql(
                        """
                update order_view v set email = null
                where v.email is not null and v.order_id in (select order_id from notification where recipient = ?)
                """)
                .params(person)
                .update();
        int nameless = tx.sql(
                        """
                update notification set data = null, address = null, provider_ref = null, due_at = null,
                    status = case when status = 'QUEUED' then 'SUPPRESSED' else status end,
                    reason = case when status = 'QUEUED' then 'ERASED' else reason end
                where recipient = ?
                """)
                .params(person)
                .update();
        return new Forgotten(deleted, nameless);
    }
}

package dev.souk.customer.db;

import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists of customers for staff.
public final class CustomerLists {
    /// One line of a list. `kind` is REGISTERED or GUEST.
    public record Line(
            UUID customerId,
            String kind,
            @Nullable Sealed<String> email,
            @Nullable Sealed<String> name,
            String status,
            String level,
            Instant at) {}

    private static final String LINE =
            "select customer_id, 'REGISTERED' as kind, email, name, status, level, registered_at as at from customer ";

    /// Newest first, from before `before` on.
    public List<Line> page(Tx tx, @Nullable Status status, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        var from = before == null ? tx.now().plusSeconds(86_400) : before;
        var id = beforeId == null ? new UUID(-1, -1) : beforeId;
        return status == null
                ? tx.sql(LINE + "where (registered_at, customer_id) < (?, ?) order by registered_at desc, customer_id desc limit ?")
                        .params(from, id, limit)
                        .list(CustomerLists::line)
                : tx.sql(LINE + """
                        where status = ? and (registered_at, customer_id) < (?, ?)
                        order by registered_at desc, customer_id desc limit ?""")
                        .params(status, from, id, limit)
                        .list(CustomerLists::line);
    }

    /// The account with an address, and those who bought as guests with it.
    public List<Line> withEmail(Tx tx, String blind, int limit) {
        return tx.sql(LINE + """
                where email_blind = ?
                union all
                (select guest_id, 'GUEST', email, null, 'ACTIVE', 'STANDARD', seen_at from guest
                where email_blind = ? and claimed_by is null order by seen_at desc limit ?)""")
                .params(blind, blind, limit)
                .list(CustomerLists::line);
    }

    public List<Line> withId(Tx tx, UUID id) {
        return tx.sql(LINE + """
                where customer_id = ?
                union all
                select guest_id, 'GUEST', email, null, 'ACTIVE', 'STANDARD', seen_at from guest where guest_id = ?""")
                .params(id, id)
                .list(CustomerLists::line);
    }

    private static Line line(Row r) {
        return new Line(
                r.uuid("customer_id"), r.text("kind"), sealed(r.textOrNull("email")), sealed(r.textOrNull("name")),
                r.text("status"), r.text("level"), r.instant("at"));
    }

    private static @Nullable Sealed<String> sealed(@Nullable String text) {
        return text == null ? null : new Sealed<>(text);
    }
}

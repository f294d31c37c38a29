package dev.souk.cart.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carts that time alone changes: reminded, expired, purged, freed of a code.
public final class IdleCarts {
    /// An active cart that is to be looked at.
    ///
    /// @param reachable whether a customer or an e-mail address is known
    public record Due(
            UUID id,
            long version,
            @Nullable UUID customerId,
            boolean reachable,
            String currency,
            int lines,
            Instant lastActivityAt,
            int reminders,
            @Nullable Instant remindedSince) {}

    /// Where a cart goes that was looked at.
    public record Looked(UUID id, Instant due, int reminders, @Nullable Instant remindedSince, boolean raise) {}

    public record Item(UUID cartId, UUID productId, String sku, int quantity, long unitPrice) {}

    /// A cart that carried a code.
    public record Freed(UUID id, long version) {}

    /// Active carts whose time has come to be looked at; they are locked in this transaction.
    public List<Due> due(Tx tx, int most) {
        return tx.sql(
                        """
                select id, version, customer_id, customer_id is not null or email is not null as reachable, currency,
                    line_count, last_activity_at, reminders, reminded_since
                from carts where status = 'ACTIVE' and due_at <= ?
                order by due_at limit ? for update skip locked
                """)
                .params(tx.now(), most)
                .list(row -> new Due(
                        row.uuid("id"),
                        row.bigint("version"),
                        row.uuidOrNull("customer_id"),
                        row.bool("reachable"),
                        row.text("currency"),
                        row.integer("line_count"),
                        row.instant("last_activity_at"),
                        row.integer("reminders"),
                        row.instantOrNull("reminded_since")));
    }

    public List<Item> items(Tx tx, List<UUID> cartIds) {
        return tx.sql(
                        """
                select cart_id, product_id, sku, quantity, unit_price from cart_lines
                where cart_id = any(?) order by cart_id, added_version, line_id
                """)
                .array("uuid", cartIds)
                .list(row -> new Item(
                        row.uuid("cart_id"),
                        row.uuid("product_id"),
                        row.text("sku"),
                        row.integer("quantity"),
                        row.bigint("unit_price")));
    }

    public void looked(Tx tx, List<Looked> carts) {
        tx.sql(
                        """
                update carts c set due_at = l.due, reminders = l.reminders, reminded_since = l.since,
                    version = c.version + l.raise::int
                from unnest(?, ?, ?, ?, ?) as l (id, due, reminders, since, raise)
                where c.id = l.id
                """)
                .array("uuid", carts, Looked::id)
                .array("timestamptz", carts, Looked::due)
                .array("int", carts, Looked::reminders)
                .array("timestamptz", carts, Looked::remindedSince)
                .array("boolean", carts, Looked::raise)
                .update();
    }

    public void expire(Tx tx, List<UUID> ids, Instant purge) {
        tx.sql("update carts set status = 'EXPIRED', version = version + 1, due_at = ? where id = any(?)")
                .params(purge)
                .array("uuid", ids)
                .update();
    }

    /// Forgets what became of carts that were ordered long ago.
    public void forget(Tx tx, Instant before) {
        tx.sql("delete from ordered_carts where ordered_at < ?").params(before).update();
    }

    /// Deletes carts that were closed long ago, with their lines.
    public int purge(Tx tx, int most) {
        return tx.sql(
                        """
                with gone as (
                    delete from carts where id in (
                        select id from carts where status in ('EXPIRED', 'MERGED') and due_at <= ?
                        limit ? for update skip locked)
                    returning id
                ), lines as (
                    delete from cart_lines l using gone where l.cart_id = gone.id
                )
                select id from gone
                """)
                .params(tx.now(), most)
                .list(row -> row.uuid("id"))
                .size();
    }

    /// Remembers that a code has to be taken off.
    public void lapse(Tx tx, String code) {
        tx.sql("insert into lapsed_codes (code, lapsed_at) values (?, ?) on conflict (code) do nothing")
                .params(code, tx.now())
                .update();
    }

    public @Nullable String lapsed(Tx tx) {
        return tx.sql("select code from lapsed_codes order by code limit 1 for update skip locked")
                .optional(row -> row.text("code"))
                .orElse(null);
    }

    /// Takes a lapsed code off some carts; those that are being checked out keep it, since it is held for them.
    public List<Freed> free(Tx tx, String code, int most) {
        return tx.sql(
                        """
                update carts set promotion_code = null, dropped_code = promotion_code, version = version + 1
                where id in (select id from carts where promotion_code = ? and status = 'ACTIVE' limit ? for update)
                returning id, version
                """)
                .params(code, most)
                .list(row -> new Freed(row.uuid("id"), row.bigint("version")));
    }

    public void done(Tx tx, String code) {
        tx.sql("delete from lapsed_codes where code = ?").params(code).update();
    }
}

package dev.souk.product.db;

import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Base prices: those that were in force, and those that are to be.
public final class Prices {
    /// A price that takes the place of another.
    ///
    /// @param variantId null for the product's own price
    /// @param from null for the first price
    public record Change(
            UUID productId, @Nullable UUID variantId, @Nullable Long from, long to, String currency, @Nullable String reason) {}

    /// A price that takes effect later.
    public record Scheduled(
            UUID id,
            UUID productId,
            @Nullable UUID variantId,
            long price,
            String currency,
            Instant effectiveAt,
            String changedBy,
            @Nullable String reason) {}

    public void record(Tx tx, List<Change> changes, String changedBy) {
        if (changes.isEmpty()) {
            return;
        }
        tx.sql(
                        """
                        insert into price_history (product_id, variant_id, old_price, new_price, currency, reason,
                                                   valid_from, changed_by)
                        select n.*, ?::timestamptz, ?::text
                        from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[]) as n
                        """)
                .params(tx.now(), changedBy)
                .array("uuid", changes, Change::productId)
                .array("uuid", changes, Change::variantId)
                .array("bigint", changes, Change::from)
                .array("bigint", changes, Change::to)
                .array("text", changes, Change::currency)
                .array("text", changes, Change::reason)
                .update();
    }

    /// Another price for the same moment takes the place of the earlier one.
    public void schedule(Tx tx, Scheduled later) {
        tx.sql(
                        """
                        insert into scheduled_price (id, product_id, variant_id, price, currency, effective_at,
                                                     changed_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (product_id, coalesce(variant_id, product_id), effective_at) where state = 'WAITING'
                        do update set price = excluded.price, currency = excluded.currency,
                                      changed_by = excluded.changed_by, reason = excluded.reason
                        """)
                .params(later.id(), later.productId(), later.variantId(), later.price(), later.currency())
                .params(later.effectiveAt(), later.changedBy(), later.reason())
                .update();
    }

    /// Some whose time has come, the earliest first.
    public List<Scheduled> due(Tx tx) {
        return tx.sql(
                        """
                        select id, product_id, variant_id, price, currency, effective_at, changed_by, reason
                        from scheduled_price
                        where state = 'WAITING' and effective_at <= ?
                        order by effective_at limit 200 for update skip locked
                        """)
                .params(tx.now())
                .list(row -> new Scheduled(
                        row.uuid("id"),
                        row.uuid("product_id"),
                        row.uuidOrNull("variant_id"),
                        row.bigint("price"),
                        row.text("currency"),
                        row.instant("effective_at"),
                        row.text("changed_by"),
                        row.textOrNull("reason")));
    }

    public void done(Tx tx, UUID scheduledId, boolean applied) {
        tx.sql("update scheduled_price set state = ? where id = ?")
                .params(applied ? "DONE" : "DROPPED", scheduledId)
                .update();
    }

    /// The prices in force since `since` (null: ever), the newest first.
    public List<GetPriceHistory.Entry> since(Tx tx, UUID productId, @Nullable UUID variantId, @Nullable Instant since) {
        var rows = tx.sql(
                        """
                        select new_price, currency, valid_from from price_history
                        where product_id = ? and variant_id is not distinct from ?::uuid
                        order by valid_from desc, id desc
                        """)
                .params(productId, variantId)
                .list(row -> new GetPriceHistory.Entry(
                        row.bigint("new_price"), row.text("currency"), row.instant("valid_from"), null));
        var entries = new ArrayList<GetPriceHistory.Entry>();
        @Nullable Instant until = null;
        for (var row : rows) {
            if (since != null && until != null && !until.isAfter(since)) {
                break;
            }
            entries.add(new GetPriceHistory.Entry(row.price(), row.currency(), row.from(), until));
            until = row.from();
        }
        return entries;
    }
}

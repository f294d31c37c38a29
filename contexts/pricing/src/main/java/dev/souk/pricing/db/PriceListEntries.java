package dev.souk.pricing.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.PriceLists;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The table of price lists.
public final class PriceListEntries {
    /// An entry without a beginning holds since then.
    public static final Instant ALWAYS = Instant.EPOCH;

    private static final String COLUMNS =
            "select price_list_id, sku, amount, currency, from_at, to_at from price_list_entry ";

    private final RuleBook book;

    public PriceListEntries(RuleBook book) {
        this.book = book;
    }

    static List<PriceLists.Entry> all(Tx tx) {
        return tx.sql(COLUMNS).list(PriceListEntries::entry);
    }

    /// Of one list, by sku, from the first after `after` on.
    public List<PriceLists.Entry> list(Tx tx, UUID priceListId, String after, int limit) {
        return tx.sql(COLUMNS + "where price_list_id = ? and sku > ? order by sku, currency, from_at limit ?")
                .params(priceListId, after, limit)
                .list(PriceListEntries::entry);
    }

    private static PriceLists.Entry entry(Row row) {
        return new PriceLists.Entry(
                row.uuid("price_list_id"), row.text("sku"), row.bigint("amount"), row.text("currency"),
                row.instant("from_at"), row.instantOrNull("to_at"));
    }

    /// Answers the new version of the list's sku; 0 when this is how it already stands.
    public long save(Tx tx, PriceLists.Entry e) {
        RuleBook.lock(tx);
        var same = tx.sql(COLUMNS + "where price_list_id = ? and sku = ? and currency = ? and from_at = ?")
                .params(e.priceListId(), e.sku(), e.currency(), e.from())
                .optional(PriceListEntries::entry);
        if (same.isPresent() && same.get().equals(e)) {
            return 0;
        }
        var version = tx.sql("""
                insert into price_list_entry (price_list_id, sku, amount, currency, from_at, to_at, version)
                select ?, ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1
                from price_list_entry where price_list_id = ? and sku = ?
                on conflict (price_list_id, sku, currency, from_at) do update set
                    amount = excluded.amount, to_at = excluded.to_at, version = excluded.version
                returning version""")
                .params(e.priceListId(), e.sku(), e.amount(), e.currency(), e.from(), e.to(), e.priceListId(), e.sku())
                .one(row -> row.bigint("version"));
        book.lists.changedBy(tx);
        return version;
    }
}

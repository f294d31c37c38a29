package dev.souk.product.db;

import dev.souk.platform.messaging.Tx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/// How often products went into carts, a day.
public final class Interest {
    /// Days that count, today among them.
    public static final int DAYS = 7;

    /// One statement, each product once, in the order of their ids.
    public void add(Tx tx, Map<UUID, Long> adds) {
        var ids = adds.keySet().stream().sorted().toList();
        tx.sql(
                        """
                        insert into product_interest (product_id, day, adds)
                        select n.product_id, ?::date, n.adds from unnest(?::uuid[], ?::bigint[]) as n (product_id, adds)
                        on conflict (product_id, day) do update set adds = product_interest.adds + excluded.adds
                        """)
                .params(today(tx).toString())
                .array("uuid", ids)
                .array("bigint", ids, adds::get)
                .update();
    }

    public long lastDays(Tx tx, UUID productId) {
        return tx.sql("select coalesce(sum(adds), 0)::bigint as adds from product_interest where product_id = ? and day > ?::date")
                .params(productId, today(tx).minusDays(DAYS).toString())
                .one(row -> row.bigint("adds"));
    }

    /// Drops some of the days that no longer count.
    public int forget(Tx tx) {
        return tx.sql(
                        """
                        delete from product_interest where ctid = any(array(
                            select ctid from product_interest where day <= ?::date limit 500))
                        """)
                .params(today(tx).minusDays(DAYS).toString())
                .update();
    }

    private static LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), ZoneOffset.UTC);
    }
}

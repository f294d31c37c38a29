package dev.souk.cart.db;

import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Skus that have run out at some time.
public final class Shortages {
    public void note(Tx tx, List<InventoryDepleted> depleted) {
        var latest = new TreeMap<String, Instant>();
        depleted.forEach(event -> latest.put(event.sku(), event.depletedAt()));
        tx.sql(
                        """
                insert into depleted_skus (sku, depleted_at) select * from unnest(?, ?)
                on conflict (sku) do update set depleted_at = excluded.depleted_at
                """)
                .array("text", List.copyOf(latest.keySet()))
                .array("timestamptz", List.copyOf(latest.values()))
                .update();
    }

    public Set<String> among(Tx tx, Collection<String> skus) {
        return Set.copyOf(tx.sql("select sku from depleted_skus where sku = any(?)")
                .array("text", List.copyOf(skus))
                .list(row -> row.text("sku")));
    }
}

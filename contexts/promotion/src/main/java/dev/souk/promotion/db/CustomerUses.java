package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How often one customer uses and holds promotions that limit it.
public final class CustomerUses {
    record Customer(UUID promotionId, UUID customerId) {}

    public Map<UUID, Long> of(Tx tx, UUID customerId, List<UUID> promotionIds) {
        var uses = new HashMap<UUID, Long>();
        tx.sql("""
                select promotion_id, used + held as taken from customer_use
                where customer_id = ? and promotion_id = any(?)""")
                .params(customerId)
                .array("uuid", promotionIds)
                .list(r -> uses.put(r.uuid("promotion_id"), r.bigint("taken")));
        return uses;
    }

    /// Locks the counters of customers whose uses are limited; makes those that are missing.
    static Map<Customer, Count> lock(Tx tx, List<Customer> keys, Map<UUID, Campaign> campaigns) {
        var promotions = keys.stream().map(Customer::promotionId).toList();
        var customers = keys.stream().map(Customer::customerId).toList();
        tx.sql("""
                insert into customer_use (promotion_id, customer_id, use_limit)
                select * from unnest(?, ?, ?) on conflict do nothing""")
                .array("uuid", promotions)
                .array("uuid", customers)
                .array("int", promotions, id -> UseLedger.perCustomer(campaigns.get(id)))
                .update();
        var counts = new HashMap<Customer, Count>();
        tx.sql("""
                select c.promotion_id, c.customer_id, c.used, c.held
                from unnest(?, ?) as k (promotion_id, customer_id)
                join customer_use c on c.promotion_id = k.promotion_id and c.customer_id = k.customer_id
                order by c.promotion_id, c.customer_id for update of c""")
                .array("uuid", promotions)
                .array("uuid", customers)
                .list(r -> counts.put(
                        new Customer(r.uuid("promotion_id"), r.uuid("customer_id")),
                        new Count(r.integer("used"), r.integer("held"))));
        return counts;
    }

    static void write(Tx tx, Map<Customer, Count> customers) {
        var changed = customers.entrySet().stream().filter(e -> e.getValue().changed()).toList();
        if (changed.isEmpty()) {
            return;
        }
        tx.sql("""
                update customer_use c set used = c.used + d.used, held = c.held + d.held
                from unnest(?, ?, ?, ?) as d (promotion_id, customer_id, used, held)
                where c.promotion_id = d.promotion_id and c.customer_id = d.customer_id""")
                .array("uuid", changed, e -> e.getKey().promotionId())
                .array("uuid", changed, e -> e.getKey().customerId())
                .array("int", changed, e -> (int) e.getValue().addUsed)
                .array("int", changed, e -> (int) e.getValue().addHeld)
                .update();
    }
}

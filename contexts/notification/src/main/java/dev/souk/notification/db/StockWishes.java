package dev.souk.notification.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who wants to hear when a product is in stock again.
public final class StockWishes {
    public record Wish(UUID productId, UUID customerId, String productName, Instant askedAt) {}

    private StockWishes() {}

    /// Asked twice, it is asked once.
    public static void add(Tx tx, UUID customer, UUID product, String name) {
        tx.sql("""
                insert into stock_wish (product_id, customer_id, product_name, asked_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                .params(product, customer, name, tx.now())
                .update();
    }

    public static boolean remove(Tx tx, UUID customer, UUID product) {
        return tx.sql("delete from stock_wish where product_id = ? and customer_id = ?").params(product, customer).update() > 0;
    }

    public static List<Wish> of(Tx tx, UUID customer) {
        return tx.sql("""
                select product_id, customer_id, product_name, asked_at from stock_wish
                where customer_id = ? order by asked_at desc""")
                .params(customer)
                .list(StockWishes::wish);
    }

    /// Takes the wishes for these products: who is told has nothing to wait for any more.
    public static List<Wish> take(Tx tx, Collection<UUID> products) {
        return tx.sql("""
                delete from stock_wish where product_id = any(?)
                returning product_id, customer_id, product_name, asked_at""")
                .array("uuid", List.copyOf(products))
                .list(StockWishes::wish);
    }

    public static int forget(Tx tx, UUID customer) {
        return tx.sql("delete from stock_wish where customer_id = ?").params(customer).update();
    }

    private static Wish wish(Row row) {
        return new Wish(
                row.uuid("product_id"), row.uuid("customer_id"), row.text("product_name"), row.instant("asked_at"));
    }
}

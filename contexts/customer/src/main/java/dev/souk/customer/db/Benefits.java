package dev.souk.customer.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What promotions took off customers' orders.
public final class Benefits {
    public record Benefit(
            UUID orderId, UUID promotionId, @Nullable String code, long discount, String currency, Instant at) {}

    /// A benefit and whose it is.
    public record Given(UUID customerId, Benefit benefit) {}

    public void insert(Tx tx, List<Given> given) {
        tx.sql("""
                insert into benefit (customer_id, order_id, promotion_id, code, discount, currency, at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .array("uuid", given, Given::customerId)
                .array("uuid", given, g -> g.benefit().orderId())
                .array("uuid", given, g -> g.benefit().promotionId())
                .array("text", given, g -> g.benefit().code())
                .array("bigint", given, g -> g.benefit().discount())
                .array("text", given, g -> g.benefit().currency())
                .array("timestamptz", given, g -> g.benefit().at())
                .update();
    }

    /// Newest first.
    public List<Benefit> of(Tx tx, UUID customer, int limit) {
        return tx.sql("""
                select order_id, promotion_id, code, discount, currency, at from benefit
                where customer_id = ? order by at desc limit ?""")
                .params(customer, limit)
                .list(r -> new Benefit(
                        r.uuid("order_id"), r.uuid("promotion_id"), r.textOrNull("code"), r.bigint("discount"),
                        r.text("currency"), r.instant("at")));
    }
}

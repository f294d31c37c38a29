package dev.souk.order.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.contracts.order.GetOrder;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Orders of one person. They stay for seven years, because the books need them; name, address, e-mail and card went
/// with the key, and what people wrote on an order is taken out.
public final class PeoplesOrders implements PersonalRecords {
    private static final String BASIS =
            "Records of sales, kept 7 years without name, address and e-mail: commercial and tax law (GDPR art. 17(3)(b))";

    private final OrderReads reads;

    public PeoplesOrders(OrderReads reads) {
        this.reads = reads;
    }

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        List<GetOrder.Order> orders = tx.sql("select order_id from orders where customer_id = ? order by number")
                .params(person)
                .list(row -> row.uuid("order_id"))
                .stream()
                .map(id -> reads.order(tx, id))
                .flatMap(Optional::stream)
                .toList();
        return Map.of("orders", orders);
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        var numbers = tx.sql("select number from orders where customer_id = ?")
                .params(person)
                .list(row -> row.bigint("number"));
        if (numbers.isEmpty()) {
            return new Forgotten(0, 0, 0, null);
        }
        tx.sql("update order_address set email = null where number = any(?)").array("bigint", numbers).update();
        tx.sql("update order_terms set payment_last4 = null where number = any(?)").array("bigint", numbers).update();
        tx.sql("update order_timeline set note = null where number = any(?) and note is not null")
                .array("bigint", numbers)
                .update();
        tx.sql(
                        """
                        update order_hold set customer_message = null, resolution = case when resolution is null then null else 'erased' end
                        where number = any(?)
                        """)
                .array("bigint", numbers)
                .update();
        return new Forgotten(0, numbers.size(), numbers.size(), BASIS);
    }
}

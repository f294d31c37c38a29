package dev.souk.order;

import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.order.db.OrderReads;
import dev.souk.platform.messaging.Tx;

/// One order, or only what happened to it.
final class GetOrderQuery {
    private final OrderReads reads;

    GetOrderQuery(OrderReads reads) {
        this.reads = reads;
    }

    GetOrder.Answer answer(GetOrder query, Tx tx) {
        return new GetOrder.Answer(reads.order(tx, query.orderId()).orElse(null));
    }

    GetOrderHistory.Timeline history(GetOrderHistory query, Tx tx) {
        return new GetOrderHistory.Timeline(query.orderId(), reads.history(tx, query.orderId()));
    }
}

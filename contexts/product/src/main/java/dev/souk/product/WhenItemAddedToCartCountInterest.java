package dev.souk.product;

import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Interest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class WhenItemAddedToCartCountInterest {
    private final Interest interest;

    WhenItemAddedToCartCountInterest(Interest interest) {
        this.interest = interest;
    }

    void react(ItemAddedToCart event, Tx tx) {
        interest.add(tx, Map.of(event.productId(), 1L));
    }

    void react(List<Received<ItemAddedToCart>> batch, Tx tx) {
        var adds = new HashMap<UUID, Long>();
        batch.forEach(added -> adds.merge(added.message().productId(), 1L, Long::sum));
        interest.add(tx, adds);
    }
}

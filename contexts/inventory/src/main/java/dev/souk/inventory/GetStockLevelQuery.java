package dev.souk.inventory;

import dev.souk.contracts.inventory.GetStockLevel;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.inventory.db.Levels;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

final class GetStockLevelQuery {
    private final Levels levels = new Levels();

    Optional<GetStockLevel.Level> answer(GetStockLevel query, Tx tx) {
        var positions = levels.ofProduct(tx, query.productId());
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        long onHand = positions.stream().mapToLong(StockPosition::onHand).sum();
        long reserved = positions.stream().mapToLong(StockPosition::reserved).sum();
        return Optional.of(new GetStockLevel.Level(
                query.productId(), onHand - reserved, reserved, onHand, positions, tx.now()));
    }
}

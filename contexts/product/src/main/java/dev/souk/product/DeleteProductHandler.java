package dev.souk.product;

import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.Set;

final class DeleteProductHandler {
    private static final Set<String> REASONS = Set.of("DISCONTINUED", "DUPLICATE", "MERCHANT_REQUEST", "OTHER");

    private final Tables tables;

    DeleteProductHandler(Tables tables) {
        this.tables = tables;
    }

    Outcome<Long> handle(DeleteProduct command, Tx tx) {
        if (command.reason() != null && !REASONS.contains(command.reason())) {
            return Outcome.refused(Refusal.invalid(
                    "INVALID_REASON", "A reason is one of DISCONTINUED, DUPLICATE, MERCHANT_REQUEST and OTHER."));
        }
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(product -> {
                    long version = product.version() + 1;
                    tx.publish(
                            new ProductDeleted(tx.newId(), tx.now(), product.id(), command.reason()), version);
                    tables.products().delete(tx, product.id(), command.reason(), version);
                    tables.shelf().changing(tx, product.id());
                    return Outcome.done(version);
                });
    }
}

package dev.souk.product;

import dev.souk.contracts.product.DiscontinueProduct;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.Status;
import java.util.Set;

final class DiscontinueProductHandler {
    private static final Set<String> REASONS = Set.of("DISCONTINUED", "RECALL", "SELLER_LEFT");

    private final Tables tables;

    DiscontinueProductHandler(Tables tables) {
        this.tables = tables;
    }

    Outcome<Long> handle(DiscontinueProduct command, Tx tx) {
        if (!REASONS.contains(command.reason())) {
            return Outcome.refused(Refusal.invalid(
                    "INVALID_REASON", "A reason is one of DISCONTINUED, RECALL and SELLER_LEFT."));
        }
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(before -> discontinue(command, before, tx));
    }

    private Outcome<Long> discontinue(DiscontinueProduct command, Product before, Tx tx) {
        if (before.status() == Status.DISCONTINUED) {
            return Outcome.done(before.version());
        }
        var replacement = command.replacementProductId();
        if (replacement != null
                && (replacement.equals(before.id()) || tables.products().owner(tx, replacement).isEmpty())) {
            return Outcome.refused(Refusal.invalid(
                    "UNKNOWN_REPLACEMENT", "The replacement is another product of the catalogue."));
        }
        return before.edited(Product.Edit.status(Status.DISCONTINUED), false).then(after -> {
            long version = before.version() + 1;
            tx.publish(
                    new ProductDiscontinued(before.id(), before.sku(), command.reason(), replacement, tx.now()), version);
            version = CatalogueNews.restated(tx, before, after, version);
            tables.products().discontinue(tx, after.atVersion(version), command.reason(), replacement);
            tables.shelf().changing(tx, before.id());
            return Outcome.done(version);
        });
    }
}

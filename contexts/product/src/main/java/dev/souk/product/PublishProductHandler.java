package dev.souk.product;

import dev.souk.contracts.product.PublishProduct;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import dev.souk.product.domain.Status;
import java.util.List;

final class PublishProductHandler {
    private final Tables tables;
    private final boolean imageRequired;

    PublishProductHandler(Tables tables, boolean imageRequired) {
        this.tables = tables;
        this.imageRequired = imageRequired;
    }

    Outcome<Long> handle(PublishProduct command, Tx tx) {
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(before -> publish(before, tx));
    }

    private Outcome<Long> publish(Product before, Tx tx) {
        return switch (before.status()) {
            case ACTIVE -> Outcome.done(before.version());
            case DRAFT ->
                before.edited(Product.Edit.status(Status.ACTIVE), imageRequired).then(after -> {
                    long version = CatalogueNews.updated(tx, before, after, null, List.of(), tx.cause().actor().id());
                    tables.products().save(tx, List.of(after.atVersion(version)));
                    tables.shelf().changing(tx, before.id());
                    return Outcome.done(version);
                });
            case DISCONTINUED, ARCHIVED ->
                Outcome.refused(new ProductRefusal.StatusNotAllowed(before.status(), Status.ACTIVE));
        };
    }
}

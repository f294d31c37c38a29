package dev.souk.product;

import dev.souk.contracts.product.AttachProductImage;
import dev.souk.contracts.product.ProductImageAdded;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Media.Image;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;

final class AttachProductImageHandler {
    private static final int MOST = 50;

    private final Tables tables;

    AttachProductImageHandler(Tables tables) {
        this.tables = tables;
    }

    Outcome<Long> handle(AttachProductImage command, Tx tx) {
        var wrong = new Check()
                .imageUrl(command.url())
                .sha256(command.sha256())
                .imageOrder(command.order())
                .refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return Versions.lock(tables.products(), tx, command.productId(), null).then(product -> {
            var present = tables.media().find(tx, command.imageId(), product.id(), command.url());
            if (present.isPresent()) {
                return again(command, product, present.get());
            }
            if (command.expectedVersion() != null && command.expectedVersion() != product.version()) {
                return Outcome.refused(Refusal.stale(command.expectedVersion(), product.version()));
            }
            return attach(command, product, tx);
        });
    }

    private static Outcome<Long> again(AttachProductImage command, Product product, Image present) {
        boolean same = present.productId().equals(product.id())
                && present.url().equals(command.url())
                && present.id().equals(command.imageId());
        if (same) {
            return Outcome.done(product.version());
        }
        return present.id().equals(command.imageId())
                ? Outcome.refused(new ProductRefusal.IdTaken(command.imageId()))
                : Outcome.refused(Refusal.conflict("IMAGE_ALREADY_THERE", "The product has this image already."));
    }

    private Outcome<Long> attach(AttachProductImage command, Product product, Tx tx) {
        if (product.images() >= MOST) {
            return Outcome.refused(Refusal.conflict("TOO_MANY_IMAGES", "At most " + MOST + " images."));
        }
        boolean primary = product.images() == 0 || Boolean.TRUE.equals(command.primary());
        int order = command.order() == null ? product.images() : command.order();
        if (primary) {
            tables.media().demote(tx, product.id());
        }
        var image = new Image(command.imageId(), product.id(), command.url(), command.sha256(), primary, order);
        if (tables.media().insert(tx, List.of(image)) == 0) {
            return Outcome.refused(new ProductRefusal.IdTaken(image.id()));
        }
        var after = product.atVersion(product.version() + 1);
        tx.publish(
                new ProductImageAdded(product.id(), command.imageId(), command.url(), primary, order), after.version());
        tables.products().save(tx, List.of(after));
        tables.shelf().changing(tx, product.id());
        return Outcome.done(after.version());
    }
}

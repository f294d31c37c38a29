package dev.souk.product;

import dev.souk.contracts.product.ChangeProductPrice;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Prices;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.Product;
import java.time.Duration;
import java.time.Instant;

final class ChangeProductPriceHandler {
    private static final Duration FURTHEST = Duration.ofDays(731);

    private final Tables tables;
    private final Repricing repricing;

    ChangeProductPriceHandler(Tables tables) {
        this.tables = tables;
        this.repricing = new Repricing(tables);
    }

    Outcome<Long> handle(ChangeProductPrice command, Tx tx) {
        var at = command.effectiveAt();
        var wrong = new Check()
                .priceAboveZero(command.price())
                .currency(command.currency())
                .reason(command.reason())
                .that(
                        at == null || at.isBefore(tx.now().plus(FURTHEST)),
                        "INVALID_EFFECTIVE_AT",
                        "A price can be scheduled at most two years ahead.")
                .refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var by = tx.cause().actor().id();
        var wanted = new Repricing.Wanted(
                command.variantId(), command.price(), command.currency(), by, command.reason());
        return Versions.lock(tables.products(), tx, command.productId(), command.expectedVersion())
                .then(product -> at != null && at.isAfter(tx.now())
                        ? repricing.possible(tx, product, wanted).then(_ -> schedule(tx, product, wanted, at))
                        : repricing.apply(tx, product, wanted));
    }

    /// Nothing has happened to the product yet, so its version stays.
    private Outcome<Long> schedule(Tx tx, Product product, Repricing.Wanted wanted, Instant at) {
        tables.prices()
                .schedule(
                        tx,
                        new Prices.Scheduled(
                                tx.newId(),
                                product.id(),
                                wanted.variantId(),
                                wanted.price(),
                                wanted.currency(),
                                at,
                                wanted.by(),
                                wanted.reason()));
        return Outcome.done(product.version());
    }
}

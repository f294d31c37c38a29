package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.Saga;
import dev.souk.platform.messaging.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Waits for a checkout to come to something. Costs a parked virtual thread, and most often no statement at all.
public final class Following {
    /// A shopper may ask before the cart's message has arrived here.
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
    /// For what is committed by another process, which nobody signals here.
    static final Duration READ_AGAIN = Duration.ofSeconds(5);

    /// Who waits anyway is most often told sooner than a statement would take.
    private static final Duration SOON = Duration.ofMillis(100);

    private final Watch watch;
    private final Sagas sagas;
    private final Transactions transactions;
    private final Duration readAgain;
    private final Predicate<UUID> started;

    /// @param started whether a checkout that is not known here may be on its way from the cart
    Following(
            Watch watch, Sagas sagas, Transactions transactions, Duration readAgain, Predicate<UUID> started) {
        this.started = started;
        this.watch = watch;
        this.sagas = sagas;
        this.transactions = transactions;
        this.readAgain = readAgain;
    }

    /// Whether a checkout is known here, now or as soon as the cart's message has arrived.
    public boolean arrives(UUID id) throws InterruptedException {
        return until(id, Duration.ZERO, _ -> true).isPresent();
    }

    /// The checkout as soon as it is `enough`, or as it is after `most`; empty when it is unknown even then, and at once
    /// when no cart has started it.
    public Optional<Saga> until(UUID id, Duration most, Predicate<Saga> enough) throws InterruptedException {
        var begin = System.nanoTime();
        var awaited = false;
        var known = heard(id, most);
        while (true) {
            try (var waiter = watch.listen(id)) {
                var saga = known.isPresent() ? newer(id, known.get()) : read(id);
                if (saga.isEmpty() && !awaited) {
                    awaited = started.test(id);
                    if (!awaited) {
                        return saga;
                    }
                }
                var rest = (saga.isEmpty() && most.compareTo(UNKNOWN_FOR) < 0 ? UNKNOWN_FOR : most)
                        .minusNanos(System.nanoTime() - begin);
                if (saga.filter(enough).isPresent() || !rest.isPositive()) {
                    return saga;
                }
                known = waiter.await(rest.compareTo(readAgain) < 0 ? rest : readAgain);
            }
        }
    }

    private Optional<Saga> heard(UUID id, Duration most) throws InterruptedException {
        if (!most.isPositive()) {
            return watch.latest(id).filter(Saga::ended);
        }
        try (var waiter = watch.listen(id)) {
            var known = watch.latest(id);
            return known.isPresent() ? known : waiter.await(most.compareTo(SOON) < 0 ? most : SOON);
        }
    }

    /// What was heard, unless more has been heard since.
    private Optional<Saga> newer(UUID id, Saga heard) {
        return watch.latest(id).filter(last -> last.version() > heard.version()).or(() -> Optional.of(heard));
    }

    private Optional<Saga> read(UUID id) {
        return transactions.read(tx -> sagas.find(tx, id));
    }
}

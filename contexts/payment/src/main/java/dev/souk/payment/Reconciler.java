package dev.souk.payment;

import dev.souk.contracts.payment.GetReconciliation.Item;
import dev.souk.contracts.payment.PaymentReconciled;
import dev.souk.contracts.payment.ReconcilePayments;
import dev.souk.payment.db.Reconciliations;
import dev.souk.payment.db.Reconciliations.Ours;
import dev.souk.payment.db.Reconciliations.Run;
import dev.souk.payment.db.Reconciliations.Totals;
import dev.souk.payment.db.Watching;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.ProviderPayment;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds the provider's list of a day against ours: every night, and when Finance asks.
final class Reconciler {
    private static final LocalTime NIGHTLY = LocalTime.of(2, 0);
    private static final Duration EDGE = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration WARN_AFTER = LIFE.multipliedBy(8).dividedBy(10);
    private static final int PAGE = 500;

    private final PaymentProvider provider;
    private final Transactions transactions;
    private final ProviderWorker worker;

    Reconciler(PaymentProvider provider, Transactions transactions, ProviderWorker worker) {
        this.provider = provider;
        this.transactions = transactions;
        this.worker = worker;
    }

    Outcome<UUID> handle(ReconcilePayments command, Tx tx) {
        if (command.day().isAfter(tx.now().atOffset(ZoneOffset.UTC).toLocalDate())) {
            return Outcome.refused(Refusal.invalid("DAY_INVALID", "That day has not begun."));
        }
        var id = Reconciliations.request(tx, command.day());
        start(tx, List.of(id));
        return Outcome.done(id);
    }

    /// The sweep: yesterday after two in the night, and runs that broke off.
    int due(Tx tx) {
        var now = tx.now().atOffset(ZoneOffset.UTC);
        var yesterday = now.toLocalDate().minusDays(1);
        boolean nightly = !now.toLocalTime().isBefore(NIGHTLY) && !Reconciliations.requested(tx, yesterday);
        if (nightly) {
            start(tx, List.of(Reconciliations.request(tx, yesterday)));
            warn(tx);
        }
        var again = Reconciliations.claim(tx);
        start(tx, again);
        return again.size() + (nightly ? 1 : 0);
    }

    private static void warn(Tx tx) {
        Reconciliations.expiring(tx, tx.now().minus(LIFE), tx.now().minus(WARN_AFTER))
                .forEach((payment, order) -> Watching.alarm(
                        tx, payment, order, "AUTHORIZATION_EXPIRING", "authorized long ago and not captured"));
    }

    private void start(Tx tx, List<UUID> runs) {
        tx.afterCommit(() -> runs.forEach(run -> worker.submit("reconcile:" + run, () -> run(run))));
    }

    private void run(UUID id) {
        var run = transactions.read(tx -> Reconciliations.unfinished(tx, id)).orElse(null);
        if (run == null) {
            return;
        }
        var comparison = new Comparison(run.day());
        var page = new ArrayList<ProviderPayment>(PAGE);
        provider.list(comparison.from.minus(EDGE), comparison.to.plus(EDGE), payment -> {
            page.add(payment);
            if (page.size() == PAGE) {
                compare(comparison, page);
            }
        });
        compare(comparison, page);
        finish(run, comparison);
    }

    private void compare(Comparison comparison, List<ProviderPayment> page) {
        var ids = page.stream().map(ProviderPayment::paymentId).filter(Objects::nonNull).toList();
        var ours = transactions.read(tx -> Reconciliations.ours(tx, ids));
        for (var theirs : page) {
            comparison.add(theirs, theirs.paymentId() == null ? null : ours.get(theirs.paymentId()));
        }
        page.clear();
    }

    private void finish(Run run, Comparison comparison) {
        var wanted = transactions.read(tx -> Reconciliations.authorizedBetween(tx, comparison.from, comparison.to));
        comparison.missing(wanted);
        transactions.write(Cause.system(run.id()), tx -> {
            var totals = comparison.totals();
            if (Reconciliations.finish(tx, run.id(), totals, comparison.items)) {
                tx.publish(
                        new PaymentReconciled(run.day(), totals.matched(), totals.mismatches(), totals.difference()),
                        run.number());
            }
            return true;
        });
    }

    /// What has been found out so far.
    private static final class Comparison {
        private final Instant from;
        private final Instant to;
        private final List<Item> items = new ArrayList<>();
        private final Set<UUID> seen = new HashSet<>();
        private int matched;
        private int pending;

        Comparison(LocalDate day) {
            from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            to = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        void add(ProviderPayment theirs, @Nullable Ours ours) {
            if (theirs.paymentId() != null) {
                seen.add(theirs.paymentId());
            }
            if (!within(ours == null ? theirs.createdAt() : ours.requestedAt())) {
                return;
            }
            long net = theirs.captured() - theirs.refunded();
            if (ours == null) {
                items.add(new Item(theirs.paymentId(), theirs.reference(), "UNKNOWN_HERE", amounts(theirs), net));
            } else if (ours.open()) {
                pending++;
            } else if (same(theirs, ours)) {
                matched++;
            } else {
                items.add(new Item(
                        ours.id(), theirs.reference(), "AMOUNTS_DIFFER", amounts(theirs) + " there, " + amounts(ours) + " here",
                        net - (ours.captured() - ours.refunded())));
            }
        }

        private boolean within(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        private static boolean same(ProviderPayment theirs, Ours ours) {
            return theirs.authorized() == ours.authorized()
                    && theirs.captured() == ours.captured()
                    && theirs.refunded() == ours.refunded();
        }

        private static String amounts(ProviderPayment p) {
            return p.authorized() + "/" + p.captured() + "/" + p.refunded();
        }

        private static String amounts(Ours p) {
            return p.authorized() + "/" + p.captured() + "/" + p.refunded();
        }

        void missing(Set<UUID> wanted) {
            for (var id : wanted) {
                if (!seen.contains(id)) {
                    items.add(new Item(id, null, "UNKNOWN_AT_PROVIDER", "authorized here", 0));
                }
            }
        }

        Totals totals() {
            return new Totals(
                    matched, items.size(), pending, items.stream().mapToLong(i -> Math.abs(i.difference())).sum());
        }
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsRejected;
import dev.souk.customer.db.RewardHolds;
import dev.souk.customer.db.RewardHolds.Hold;
import dev.souk.customer.db.RewardHolds.State;
import dev.souk.customer.db.RewardLedger;
import dev.souk.customer.domain.PointsBook;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Holds points for a checkout, all or none. A command that comes again is answered again.
final class ReserveRewardPointsHandler {
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private final RewardHolds holds = new RewardHolds();
    private final PointsBook book;
    private final Duration usual;

    ReserveRewardPointsHandler(PointsBook book, Duration usual) {
        this.book = book;
        this.usual = usual;
    }

    Outcome<UUID> handle(ReserveRewardPoints command, Tx tx) {
        run(List.of(new Asked<>(command, tx)), tx);
        return Outcome.done(command.holdId());
    }

    void handleAll(List<Received<ReserveRewardPoints>> batch, Tx tx) {
        run(Asked.all(batch, tx), tx);
    }

    private void run(List<Asked<ReserveRewardPoints>> batch, Tx tx) {
        Map<UUID, Hold> known = new LinkedHashMap<>(
                holds.lock(tx, batch.stream().map(a -> a.message().holdId()).toList()));
        var ledger = RewardLedger.lock(
                tx,
                batch.stream()
                        .filter(a -> !known.containsKey(a.message().holdId()))
                        .map(a -> a.message().customerId())
                        .toList());
        for (var asked : batch) {
            var id = asked.message().holdId();
            var before = known.get(id);
            var after = before == null ? decide(asked.message(), ledger, tx) : before.now(before.state(), before.reason());
            known.put(id, after);
            answer(after, asked.tx());
        }
        ledger.write(tx);
        holds.save(tx, known.values());
    }

    private Hold decide(ReserveRewardPoints c, RewardLedger ledger, Tx tx) {
        if (c.points() <= 0 || book.in(c.currency()).worth(c.points()) != c.amount()) {
            return hold(c, State.REJECTED, "WORTH_CHANGED", tx);
        }
        return ledger.hold(c.customerId(), c.points())
                ? hold(c, State.HELD, null, tx)
                : hold(c, State.REJECTED, "NOT_ENOUGH", tx);
    }

    private Hold hold(ReserveRewardPoints c, State state, @org.jspecify.annotations.Nullable String reason, Tx tx) {
        var ttl = c.ttlSeconds() <= 0 ? usual : Duration.ofSeconds(Math.min(c.ttlSeconds(), LONGEST_SECONDS));
        return new Hold(
                c.holdId(), c.checkoutId(), c.orderId(), c.customerId(), Math.max(0, c.points()), Math.max(0, c.amount()),
                c.currency(), state, reason, tx.now().plus(ttl), 1);
    }

    /// A hold that was released before it arrived, or has ended since, is too late.
    private static void answer(Hold hold, Tx tx) {
        var event = switch (hold.state()) {
            case HELD, REDEEMED, RETURNED -> new RewardPointsHeld(
                    hold.holdId(), hold.checkoutId(), Objects.requireNonNull(hold.customerId()), hold.points(),
                    hold.amount(), Objects.requireNonNull(hold.currency()), Objects.requireNonNull(hold.expiresAt()));
            case REJECTED -> new RewardPointsRejected(
                    hold.holdId(), hold.checkoutId(), Objects.requireNonNull(hold.reason()));
            case RELEASED -> new RewardPointsRejected(hold.holdId(), hold.checkoutId(), "EXPIRED");
        };
        tx.publish(event, hold.version());
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.customer.db.RewardHolds;
import dev.souk.customer.db.RewardHolds.Hold;
import dev.souk.customer.db.RewardHolds.State;
import dev.souk.customer.db.RewardLedger;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Gives held points back. Of an unknown hold it leaves a tombstone, so that the hold is refused when it arrives late.
/// A hold that an order has redeemed stays redeemed.
final class ReleaseRewardPointsHandler {
    private final RewardHolds holds = new RewardHolds();

    Outcome<UUID> handle(ReleaseRewardPoints command, Tx tx) {
        run(List.of(new Asked<>(command, tx)), tx);
        return Outcome.done(command.holdId());
    }

    void handleAll(List<Received<ReleaseRewardPoints>> batch, Tx tx) {
        run(Asked.all(batch, tx), tx);
    }

    private void run(List<Asked<ReleaseRewardPoints>> batch, Tx tx) {
        Map<UUID, Hold> known = new LinkedHashMap<>(
                holds.lock(tx, batch.stream().map(a -> a.message().holdId()).toList()));
        var ledger = lock(tx, List.copyOf(known.values()));
        for (var asked : batch) {
            var command = asked.message();
            var before = known.get(command.holdId());
            var after = before == null ? tombstone(command) : released(before, command.reason(), ledger);
            known.put(command.holdId(), after);
            tell(after, command.reason(), asked.tx());
        }
        ledger.write(tx);
        holds.save(tx, known.values());
    }

    private static RewardLedger lock(Tx tx, List<Hold> holds) {
        return RewardLedger.lock(
                tx,
                holds.stream()
                        .filter(h -> h.state() == State.HELD)
                        .map(h -> Objects.requireNonNull(h.customerId()))
                        .toList());
    }

    private static void tell(Hold hold, String reason, Tx tx) {
        long points = hold.state() == State.RELEASED && hold.customerId() != null ? hold.points() : 0;
        tx.publish(new RewardPointsReleased(hold.holdId(), hold.checkoutId(), points, reason), hold.version());
    }

    private static Hold released(Hold before, String reason, RewardLedger ledger) {
        if (before.state() != State.HELD) {
            return before.now(before.state(), before.reason());
        }
        ledger.release(Objects.requireNonNull(before.customerId()), before.points());
        return before.now(State.RELEASED, reason);
    }

    private static Hold tombstone(ReleaseRewardPoints c) {
        return new Hold(c.holdId(), c.checkoutId(), null, null, 0, 0, null, State.RELEASED, c.reason(), null, 1);
    }

    /// Holds whose time is over.
    int expire(Tx tx) {
        var due = holds.due(tx, 500);
        var ledger = lock(tx, due);
        var after = new ArrayList<Hold>();
        for (var hold : due) {
            var expired = released(hold, "EXPIRED", ledger);
            tell(expired, "EXPIRED", tx);
            after.add(expired);
        }
        ledger.write(tx);
        holds.save(tx, after);
        return due.size();
    }
}

package dev.souk.promotion;

import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Holds;
import dev.souk.promotion.db.Holds.Hold;
import dev.souk.promotion.db.Holds.State;
import dev.souk.promotion.db.UseLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Gives held uses back. Of an unknown hold it leaves a tombstone, so that the hold is refused when it arrives late. A
/// hold that an order has redeemed stays redeemed.
final class ReleaseCouponHandler {
    private final Holds holds;
    private final ActivePromotions active;

    ReleaseCouponHandler(Holds holds, ActivePromotions active) {
        this.holds = holds;
        this.active = active;
    }

    Outcome<UUID> handle(ReleaseCoupon command, Tx tx) {
        run(List.of(new Asked<>(command, tx)), tx);
        return Outcome.done(command.holdId());
    }

    void handleAll(List<Received<ReleaseCoupon>> batch, Tx tx) {
        run(Asked.all(batch, tx), tx);
    }

    private void run(List<Asked<ReleaseCoupon>> batch, Tx tx) {
        var known = holds.lock(tx, batch.stream().map(a -> a.message().holdId()).toList());
        var held = known.values().stream()
                .filter(h -> h.state() == State.HELD)
                .flatMap(h -> h.uses().stream())
                .toList();
        var ledger = UseLedger.lock(tx, active, held);
        var fresh = new LinkedHashMap<UUID, Hold>();
        var changed = new LinkedHashMap<UUID, Hold>();
        for (var asked : batch) {
            var command = asked.message();
            var id = command.holdId();
            var before = fresh.containsKey(id) ? fresh.get(id) : known.get(id);
            var after = before == null ? tombstone(command) : released(before, command.reason(), ledger);
            (known.containsKey(id) ? changed : fresh).put(id, after);
            known.replace(id, after);
            var ids = after.state() == State.RELEASED ? after.promotionIds() : List.<UUID>of();
            asked.tx().publish(new CouponReleased(id, command.checkoutId(), ids, command.reason()), after.version());
        }
        ledger.write(tx);
        holds.save(tx, fresh.values(), changed.values());
    }

    private static Hold released(Hold before, String reason, UseLedger ledger) {
        if (before.state() != State.HELD) {
            return before.toldAgain();
        }
        before.uses().forEach(ledger::release);
        return before.now(State.RELEASED, reason, true);
    }

    private static Hold tombstone(ReleaseCoupon c) {
        return new Hold(
                c.holdId(), c.checkoutId(), null, null, null, State.RELEASED, c.reason(), null, null, List.of(), 1,
                null);
    }

    /// Holds whose time is over.
    int expire(Tx tx) {
        var due = holds.due(tx, 500);
        if (due.isEmpty()) {
            return 0;
        }
        var ledger = UseLedger.lock(tx, active, due.stream().flatMap(h -> h.uses().stream()).toList());
        var expired = due.stream().map(h -> released(h, "EXPIRED", ledger)).toList();
        expired.forEach(h -> tx.within(h.journey())
                .publish(new CouponReleased(h.holdId(), h.checkoutId(), h.promotionIds(), "EXPIRED"), h.version()));
        ledger.write(tx);
        holds.save(tx, List.of(), expired);
        return due.size();
    }
}

package dev.souk.promotion;

import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponRejected;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Holds;
import dev.souk.promotion.db.Holds.Hold;
import dev.souk.promotion.db.Holds.State;
import dev.souk.promotion.db.UseLedger;
import dev.souk.promotion.db.UseLedger.Use;
import dev.souk.promotion.domain.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds one use of every promotion of a checkout, all or none. A command that comes again is answered again.
final class HoldCouponHandler {
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private final Holds holds;
    private final ActivePromotions active;
    private final Duration usual;

    HoldCouponHandler(Holds holds, ActivePromotions active, Duration usual) {
        this.holds = holds;
        this.active = active;
        this.usual = usual;
    }

    Outcome<UUID> handle(HoldCoupon command, Tx tx) {
        run(List.of(new Asked<>(command, tx)), tx);
        return Outcome.done(command.holdId());
    }

    void handleAll(List<Received<HoldCoupon>> batch, Tx tx) {
        run(Asked.all(batch, tx), tx);
    }

    private void run(List<Asked<HoldCoupon>> batch, Tx tx) {
        var known = holds.lock(tx, batch.stream().map(a -> a.message().holdId()).toList());
        var uses = batch.stream()
                .filter(a -> !known.containsKey(a.message().holdId()))
                .flatMap(a -> uses(a.message()).stream())
                .toList();
        var ledger = UseLedger.lock(tx, active, uses);
        var fresh = new LinkedHashMap<UUID, Hold>();
        var repeated = new LinkedHashMap<UUID, Hold>();
        for (var asked : batch) {
            var id = asked.message().holdId();
            var before = fresh.containsKey(id) ? fresh.get(id) : known.get(id);
            var after = before == null ? decide(asked, ledger, tx.now()) : before.toldAgain();
            (known.containsKey(id) ? repeated : fresh).put(id, after);
            known.replace(id, after);
            answer(after, asked.tx());
        }
        ledger.write(tx);
        holds.save(tx, fresh.values(), repeated.values());
    }

    private Hold decide(Asked<HoldCoupon> asked, UseLedger ledger, Instant now) {
        var command = asked.message();
        var uses = uses(command);
        for (var use : uses) {
            var reason = ledger.whyNot(use, now);
            if (reason != null) {
                return hold(asked, State.REJECTED, reason, use.promotionId(), null, List.of());
            }
        }
        if (uses.isEmpty()) {
            return hold(asked, State.REJECTED, "UNKNOWN", null, null, List.of());
        }
        uses.forEach(ledger::hold);
        var ttl = command.ttlSeconds() <= 0
                ? usual
                : Duration.ofSeconds(Math.min(command.ttlSeconds(), LONGEST_SECONDS));
        return hold(asked, State.HELD, null, null, now.plus(ttl), uses);
    }

    private static Hold hold(
            Asked<HoldCoupon> asked, State state, @Nullable String reason, @Nullable UUID rejected,
            @Nullable Instant until, List<Use> uses) {
        var c = asked.message();
        return new Hold(
                c.holdId(), c.checkoutId(), c.orderId(), c.customerId(), c.quoteHash(), state, reason, rejected, until,
                uses, 1, asked.tx().cause().correlationId());
    }

    /// One use of a promotion, however often the command names it.
    private static List<Use> uses(HoldCoupon command) {
        Map<UUID, Use> uses = new LinkedHashMap<>();
        for (var use : command.uses()) {
            var code = use.code();
            uses.putIfAbsent(use.promotionId(), new Use(
                    use.promotionId(), command.customerId(), code == null ? null : Codes.plain(code), use.discount()));
        }
        return new ArrayList<>(uses.values());
    }

    /// A hold that was released before it arrived, or has ended since, is too late.
    private static void answer(Hold hold, Tx tx) {
        var event = switch (hold.state()) {
            case HELD, REDEEMED -> new CouponHeld(
                    hold.holdId(), hold.checkoutId(), hold.promotionIds(), Objects.requireNonNull(hold.expiresAt()));
            case REJECTED -> new CouponRejected(
                    hold.holdId(), hold.checkoutId(), hold.rejectedPromotion(), Objects.requireNonNull(hold.reason()));
            case RELEASED -> new CouponRejected(hold.holdId(), hold.checkoutId(), null, "EXPIRED");
        };
        tx.publish(event, hold.version());
    }
}

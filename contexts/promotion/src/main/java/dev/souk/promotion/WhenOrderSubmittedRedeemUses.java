package dev.souk.promotion;

import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.Holds;
import dev.souk.promotion.db.Holds.Hold;
import dev.souk.promotion.db.Holds.State;
import dev.souk.promotion.db.Redemptions;
import dev.souk.promotion.db.Redemptions.Redemption;
import dev.souk.promotion.db.UseLedger;
import dev.souk.promotion.db.UseLedger.Use;
import dev.souk.promotion.domain.Codes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns holds into uses, and counts promotions that need no hold. Orders without promotions cost nothing.
final class WhenOrderSubmittedRedeemUses {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOrderSubmittedRedeemUses.class);

    private final Holds holds;
    private final Redemptions redemptions;
    private final ActivePromotions active;
    private final PromotionLife life;

    WhenOrderSubmittedRedeemUses(
            Holds holds, Redemptions redemptions, ActivePromotions active, PromotionLife life) {
        this.holds = holds;
        this.redemptions = redemptions;
        this.active = active;
        this.life = life;
    }

    void react(OrderSubmitted event, Tx tx) {
        if (!event.promotions().isEmpty()) {
            run(List.of(new Asked<>(event, tx)), tx);
        }
    }

    void reactAll(List<Received<OrderSubmitted>> batch, Tx tx) {
        var promoted = batch.stream()
                .filter(received -> !received.message().promotions().isEmpty())
                .toList();
        if (!promoted.isEmpty()) {
            run(Asked.all(promoted, tx), tx);
        }
    }

    private void run(List<Asked<OrderSubmitted>> batch, Tx tx) {
        var orders = batch.stream().map(a -> a.message().orderId()).toList();
        var known = holds.lock(tx, batch.stream()
                .flatMap(a -> a.message().promotions().stream())
                .map(OrderSubmitted.Promotion::holdId)
                .filter(Objects::nonNull)
                .toList());
        var ledger = UseLedger.lock(tx, active, uses(batch, known));
        var done = redemptions.used(tx, orders);
        var added = new ArrayList<Redemption>();
        var redeemed = new LinkedHashMap<UUID, Hold>();
        for (var asked : batch) {
            for (var promotion : asked.message().promotions()) {
                var use = use(asked.message(), promotion, known);
                if (done.add(new Redemptions.Key(asked.message().orderId(), use.promotionId()))) {
                    added.add(redeem(asked, use, known.get(promotion.holdId()), ledger));
                }
            }
            closeHolds(asked.message(), known, redeemed, ledger);
        }
        var finished = finished(added, ledger);
        ledger.write(tx);
        redemptions.append(tx, "USED", added);
        holds.save(tx, List.of(), redeemed.values());
        finished.forEach((id, version) -> end(tx, id, version, ledger));
    }

    /// Everything whose counters may move, held uses that the order does not name included.
    private static List<Use> uses(List<Asked<OrderSubmitted>> batch, Map<UUID, Hold> known) {
        var uses = new ArrayList<Use>();
        known.values().forEach(hold -> uses.addAll(hold.uses()));
        batch.forEach(a -> a.message().promotions().forEach(p -> uses.add(use(a.message(), p, known))));
        return uses;
    }

    /// What was held counts, not what the order says about it.
    private static Use use(OrderSubmitted order, OrderSubmitted.Promotion p, Map<UUID, Hold> known) {
        var hold = known.get(p.holdId());
        if (hold != null) {
            for (var use : hold.uses()) {
                if (use.promotionId().equals(p.promotionId())) {
                    return use;
                }
            }
        }
        var code = p.code();
        return new Use(p.promotionId(), order.customerId(), code == null ? null : Codes.plain(code), p.discount());
    }

    private static Redemption redeem(
            Asked<OrderSubmitted> asked, Use use, @Nullable Hold hold, UseLedger ledger) {
        var order = asked.message();
        var held = hold != null && hold.state() == State.HELD && hold.uses().contains(use);
        var counted = true;
        if (held) {
            ledger.redeem(use);
        } else {
            counted = ledger.take(use);
        }
        if (!counted) {
            LOG.error("order {} used promotion {} beyond its limit: its hold had ended", order.orderId(), use.promotionId());
        }
        asked.tx().publish(
                new PromotionApplied(
                        use.promotionId(), order.orderId(), order.customerId(), use.code(), use.discount(),
                        order.currency(), ledger.usage(use.promotionId()).used(), asked.tx().now()),
                ledger.nextVersion(use.promotionId()));
        return new Redemption(order.orderId(), use, order.currency(), counted);
    }

    private static void closeHolds(
            OrderSubmitted order, Map<UUID, Hold> known, Map<UUID, Hold> redeemed, UseLedger ledger) {
        Set<UUID> named = new LinkedHashSet<>();
        order.promotions().forEach(p -> named.add(p.promotionId()));
        for (var promotion : order.promotions()) {
            var hold = known.get(promotion.holdId());
            if (hold != null && hold.state() == State.HELD) {
                hold.uses().stream().filter(u -> !named.contains(u.promotionId())).forEach(ledger::release);
                var closed = hold.now(State.REDEEMED, null, false);
                known.put(hold.holdId(), closed);
                redeemed.put(hold.holdId(), closed);
            }
        }
    }

    /// Promotions that have just reached a limit, with the version of their end.
    private static Map<UUID, Long> finished(List<Redemption> added, UseLedger ledger) {
        var ended = new LinkedHashMap<UUID, Long>();
        for (var redemption : added) {
            var id = redemption.use().promotionId();
            var campaign = ledger.campaign(id);
            if (campaign != null && campaign.status() == Status.ACTIVE && because(id, ledger) != null) {
                ended.computeIfAbsent(id, ledger::nextVersion);
            }
        }
        return ended;
    }

    private static @Nullable String because(UUID id, UseLedger ledger) {
        var campaign = ledger.campaign(id);
        if (campaign == null) {
            return null;
        }
        var limits = campaign.promotion().limits();
        var usage = ledger.usage(id);
        if (limits.total() != null && usage.used() >= limits.total()) {
            return "USAGE_LIMIT";
        }
        return limits.budget() != null && usage.spent() >= limits.budget() ? "BUDGET" : null;
    }

    private void end(Tx tx, UUID id, long version, UseLedger ledger) {
        var campaign = ledger.campaign(id);
        var because = because(id, ledger);
        if (campaign != null && because != null) {
            life.end(tx, campaign.promotion(), because, version);
        }
    }
}

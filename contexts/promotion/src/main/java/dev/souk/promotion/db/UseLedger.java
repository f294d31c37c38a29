package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.CustomerUses.Customer;
import dev.souk.promotion.domain.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The counters of some promotions, of customers and of codes, locked for one transaction. Changes are decided on the
/// locked values, one after the other, and written as increments, each table once.
public final class UseLedger {
    private final ActivePromotions active;
    private final Map<UUID, Campaign> campaigns;
    private final Map<UUID, Count> promotions = new LinkedHashMap<>();
    private final Map<Customer, Count> customers = new HashMap<>();
    private final Map<String, Count> coupons = new HashMap<>();
    private final Map<String, Coupons.Coupon> knownCoupons;

    /// One use of one promotion by one customer.
    public record Use(UUID promotionId, UUID customerId, @Nullable String code, long discount) {}

    private UseLedger(ActivePromotions active, Map<UUID, Campaign> campaigns, Map<String, Coupons.Coupon> coupons) {
        this.active = active;
        this.campaigns = campaigns;
        this.knownCoupons = coupons;
    }

    /// Locks promotions first, then customers, then codes, each in order.
    public static UseLedger lock(Tx tx, ActivePromotions active, Collection<Use> uses) {
        var ids = uses.stream().map(Use::promotionId).distinct().sorted().toList();
        var campaigns = new Campaigns(active).lock(tx, ids);
        var limited = uses.stream()
                .filter(u -> perCustomer(campaigns.get(u.promotionId())) != null)
                .map(u -> new Customer(u.promotionId(), u.customerId()))
                .distinct()
                .toList();
        var counts = limited.isEmpty() ? Map.<Customer, Count>of() : CustomerUses.lock(tx, limited, campaigns);
        var codes = uses.stream().map(Use::code).filter(c -> c != null).distinct().sorted().toList();
        var ledger = new UseLedger(active, campaigns, codes.isEmpty() ? Map.of() : Coupons.lock(tx, codes));
        campaigns.forEach((id, c) ->
                ledger.promotions.put(id, new Count(c.usage().used(), c.usage().held())));
        ledger.customers.putAll(counts);
        ledger.knownCoupons.forEach((code, c) -> ledger.coupons.put(code, new Count(c.used(), c.held())));
        return ledger;
    }

    static @Nullable Integer perCustomer(@Nullable Campaign campaign) {
        return campaign == null ? null : campaign.promotion().limits().perCustomer();
    }

    public @Nullable Campaign campaign(UUID promotionId) {
        return campaigns.get(promotionId);
    }

    /// Why this use cannot be held now; null when it can.
    public @Nullable String whyNot(Use use, Instant now) {
        var campaign = campaigns.get(use.promotionId());
        if (campaign == null || campaign.status() == Status.SCHEDULED) {
            return "UNKNOWN";
        }
        if (campaign.status() == Status.ENDED) {
            var because = campaign.endedBecause();
            return "USAGE_LIMIT".equals(because) || "BUDGET".equals(because) ? "USED_UP" : "EXPIRED";
        }
        if (!campaign.promotion().runs(now)) {
            return "EXPIRED";
        }
        if (!codeFits(campaign, use.code())) {
            return "UNKNOWN";
        }
        return room(campaign, use);
    }

    private boolean codeFits(Campaign campaign, @Nullable String code) {
        if (code == null) {
            return !campaign.promotion().codeRequired();
        }
        var coupon = knownCoupons.get(code);
        return code.equals(campaign.promotion().code())
                || (coupon != null && coupon.promotionId().equals(campaign.promotion().promotionId()));
    }

    private @Nullable String room(Campaign campaign, Use use) {
        var limits = campaign.promotion().limits();
        if (!usage(use.promotionId()).hasRoom(limits, use.discount())) {
            return "USED_UP";
        }
        var coupon = coupon(use);
        if (coupon != null && coupon.singleUse() && count(coupons, coupon.code()).taken() >= 1) {
            return "USED_UP";
        }
        var perCustomer = limits.perCustomer();
        return perCustomer != null && count(customers, customer(use)).taken() >= perCustomer
                ? "PER_CUSTOMER_LIMIT"
                : null;
    }

    /// The counters of a promotion as they will be.
    public Usage usage(UUID promotionId) {
        var campaign = campaigns.get(promotionId);
        if (campaign == null) {
            return Usage.NONE;
        }
        var u = campaign.usage();
        var c = count(promotions, promotionId);
        return new Usage(
                u.used() + c.addUsed, u.held() + c.addHeld, u.spent() + c.addSpent, u.heldAmount() + c.addHeldAmount,
                u.revision() + 1);
    }

    /// The version for one more event about the promotion.
    public long nextVersion(UUID promotionId) {
        var campaign = campaigns.get(promotionId);
        return ++count(promotions, promotionId).addVersions + (campaign == null ? 0 : campaign.version());
    }

    public void hold(Use use) {
        add(use, 0, 1);
    }

    public void release(Use use) {
        add(use, 0, -1);
    }

    /// A held use becomes a use of an order.
    public void redeem(Use use) {
        add(use, 1, -1);
        count(promotions, use.promotionId()).addOrders++;
    }

    /// A use of an order without a hold. False when a limit is reached: then nothing is counted.
    public boolean take(Use use) {
        var campaign = campaigns.get(use.promotionId());
        if (campaign == null || room(campaign, use) != null) {
            return false;
        }
        add(use, 1, 0);
        count(promotions, use.promotionId()).addOrders++;
        return true;
    }

    public void giveBack(Use use) {
        add(use, -1, 0);
        count(promotions, use.promotionId()).addGivenBack++;
    }

    private void add(Use use, int used, int held) {
        if (!campaigns.containsKey(use.promotionId())) {
            return;
        }
        var promotion = count(promotions, use.promotionId());
        promotion.addUsed += used;
        promotion.addHeld += held;
        promotion.addSpent += used * use.discount();
        promotion.addHeldAmount += held * use.discount();
        var customer = customers.get(customer(use));
        if (customer != null) {
            customer.addUsed += used;
            customer.addHeld += held;
        }
        var coupon = coupon(use);
        if (coupon != null) {
            var count = count(coupons, coupon.code());
            count.addUsed += used;
            count.addHeld += held;
        }
    }

    private static <K> Count count(Map<K, Count> counts, K key) {
        return counts.computeIfAbsent(key, _ -> new Count(0, 0));
    }

    private static Customer customer(Use use) {
        return new Customer(use.promotionId(), use.customerId());
    }

    private Coupons.@Nullable Coupon coupon(Use use) {
        var code = use.code();
        var coupon = code == null ? null : knownCoupons.get(code);
        return coupon != null && coupon.promotionId().equals(use.promotionId()) ? coupon : null;
    }

    /// Writes what was added, each table at most once.
    public void write(Tx tx) {
        writePromotions(tx);
        CustomerUses.write(tx, customers);
        var changed = coupons.entrySet().stream().filter(e -> e.getValue().changed()).toList();
        if (!changed.isEmpty()) {
            Coupons.add(
                    tx,
                    changed.stream().map(Map.Entry::getKey).toList(),
                    changed.stream().map(e -> e.getValue().addUsed).toList(),
                    changed.stream().map(e -> e.getValue().addHeld).toList());
        }
    }

    private void writePromotions(Tx tx) {
        var ids = new ArrayList<UUID>();
        promotions.forEach((id, count) -> {
            if (count.changed()) {
                ids.add(id);
            }
        });
        if (ids.isEmpty()) {
            return;
        }
        var counts = ids.stream().map(promotions::get).toList();
        tx.sql("""
                update promotion p set used = p.used + d.used, held = p.held + d.held, spent = p.spent + d.spent,
                    held_amount = p.held_amount + d.held_amount, orders = p.orders + d.orders,
                    given_back = p.given_back + d.given_back, version = p.version + d.versions,
                    revision = p.revision + 1
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as d (id, used, held, spent, held_amount, orders, given_back, versions)
                where p.promotion_id = d.id""")
                .array("uuid", ids)
                .array("bigint", counts, c -> c.addUsed)
                .array("bigint", counts, c -> c.addHeld)
                .array("bigint", counts, c -> c.addSpent)
                .array("bigint", counts, c -> c.addHeldAmount)
                .array("bigint", counts, c -> c.addOrders)
                .array("bigint", counts, c -> c.addGivenBack)
                .array("bigint", counts, c -> c.addVersions)
                .update();
        ids.forEach(id -> active.countedBy(tx, id, usage(id)));
    }
}

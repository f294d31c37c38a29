package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.domain.Promotion;
import dev.souk.promotion.domain.Usage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The active promotions in memory, so that a question for discounts costs no statement while there are none. Counters
/// follow commits of this process; they steer what is shown, never what may be held.
public final class ActivePromotions {
    private final AtomicLong changes = new AtomicLong();
    private final Map<UUID, Usage> usage = new ConcurrentHashMap<>();
    private volatile @Nullable Kept kept;

    /// @param seen how many changes had been committed before it was read
    private record Kept(List<Promotion> promotions, long seen) {}

    public List<Promotion> get(Tx tx) {
        var known = kept;
        var seen = changes.get();
        if (known != null && known.seen() == seen) {
            return known.promotions();
        }
        var campaigns = Campaigns.active(tx);
        campaigns.forEach(c -> remember(c.promotion().promotionId(), c.usage()));
        var promotions = campaigns.stream().map(Campaign::promotion).toList();
        kept = new Kept(promotions, seen);
        return promotions;
    }

    public Usage usage(UUID promotionId) {
        return usage.getOrDefault(promotionId, Usage.NONE);
    }

    /// To be read again after this transaction has committed.
    void changedBy(Tx tx) {
        tx.afterCommit(changes::incrementAndGet);
    }

    void countedBy(Tx tx, UUID promotionId, Usage counted) {
        tx.afterCommit(() -> remember(promotionId, counted));
    }

    private void remember(UUID promotionId, Usage counted) {
        usage.merge(promotionId, counted, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
}

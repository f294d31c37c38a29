package dev.souk.backoffice.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Double-entry postings and the balances of the accounts that they touch.
public record Ledger(List<Entry> entries, List<Balance> balances) {
    public record Entry(
            long number,
            UUID paymentId,
            @Nullable UUID orderId,
            String kind,
            String debit,
            String credit,
            long amount,
            String currency,
            Instant postedAt) {}

    public record Balance(String account, String currency, long amount) {}

    /// By currency, what all accounts come to together: zero, or something is wrong.
    public Map<String, Long> sums() {
        var sums = new TreeMap<String, Long>();
        balances.forEach(balance -> sums.merge(balance.currency(), balance.amount(), Math::addExact));
        return sums;
    }
}

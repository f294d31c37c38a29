package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Double-entry postings of an order or of a period, oldest first, and the balances of the accounts that they touch.
@MessageType(name = "GetLedger", version = "1.0", context = "payment")
public record GetLedger(
        @Nullable UUID orderId,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) implements Query<GetLedger.Ledger> {
    public record Ledger(List<Entry> entries, List<Balance> balances) {
        public Ledger {
            entries = List.copyOf(entries);
            balances = List.copyOf(balances);
        }
    }

    /// `amount` goes from the account `credit` to the account `debit`.
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

    /// Debits less credits of the entries shown; their sum per currency is zero.
    public record Balance(String account, String currency, long amount) {}
}

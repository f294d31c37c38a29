package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Money is conserved between the orders, our books and the provider's: I1, I2, I3, I4.
final class MoneyChecks {
    private final Databases databases;
    private final Map<String, ProviderLedger.Account> provider;

    MoneyChecks(Databases databases, ProviderLedger ledger) {
        this.databases = databases;
        this.provider = ledger.accounts();
    }

    private record Owed(long amount, String currency) {}

    /// I1: per order, what the provider has taken and not given back is what the order owes.
    Finding conserved() throws SQLException {
        var owed = new HashMap<String, Owed>();
        databases.rows("order", "select order_id, case when status = 'CANCELLED' then 0 else total end, currency from orders",
                row -> owed.put(row.getString(1), new Owed(row.getLong(2), row.getString(3))));
        approvedRefunds().forEach((order, refunded) -> owed.computeIfPresent(
                order, (_, one) -> new Owed(Math.max(0, one.amount() - refunded), one.currency())));
        var taken = new HashMap<String, Long>();
        provider.values().forEach(account -> taken.merge(account.orderId, account.captured - account.refunded, Long::sum));
        var broken = new ArrayList<String>();
        owed.forEach((order, one) -> {
            long has = taken.getOrDefault(order, 0L);
            if (has != one.amount()) {
                broken.add("order " + order + " owes " + one.amount() + ", the provider has " + has);
            }
        });
        taken.forEach((order, has) -> {
            if (has != 0 && !owed.containsKey(order)) {
                broken.add("the provider has " + has + " for " + order + ", which is no order");
            }
        });
        return new Finding("I1", "provider has %,d = orders owe %,d".formatted(
                taken.values().stream().mapToLong(Long::longValue).sum(),
                owed.values().stream().mapToLong(Owed::amount).sum()), broken);
    }

    /// Refunds of orders that stand; those of cancelled orders are the cancellation itself.
    private Map<String, Long> approvedRefunds() throws SQLException {
        var all = new HashMap<String, Long>();
        databases.rows("payment", """
                select p.order_id, sum(r.amount) from refund r join payment p on p.id = r.payment_id
                where r.state = 'PROCESSED' group by p.order_id""",
                row -> all.put(row.getString(1), row.getLong(2)));
        return all;
    }

    /// I2: postings sum to zero; our captured and refunded per payment are the provider's.
    Finding ledgerBalanced() throws SQLException {
        var broken = new ArrayList<String>();
        long sum = databases.number("payment", "select coalesce(sum(amount), 0) from ledger_posting");
        if (sum != 0) {
            broken.add("postings sum to " + sum);
        }
        var theirs = new HashMap<String, long[]>();
        provider.values().forEach(account -> {
            var sums = theirs.computeIfAbsent(account.shopPaymentId, _ -> new long[2]);
            sums[0] += account.captured;
            sums[1] += account.refunded;
        });
        long captured = 0;
        for (var row : databases.rows("payment", "select id, captured, refunded from payment",
                row -> new Object[] {row.getString(1), row.getLong(2), row.getLong(3)})) {
            var at = theirs.getOrDefault((String) row[0], new long[2]);
            captured += (long) row[1];
            if (at[0] - at[1] != (long) row[1] - (long) row[2]) {
                broken.add("payment " + row[0] + ": ours " + row[1] + " - " + row[2] + ", theirs " + at[0] + " - " + at[1]);
            }
        }
        return new Finding("I2", "postings sum to 0, captured %,d on both sides".formatted(captured), broken);
    }

    /// I3: every authorization belongs to one order that stands, or is released.
    Finding nothingLeftOpen() throws SQLException {
        var standing = new HashSet<String>();
        databases.rows("order", "select order_id from orders where status <> 'CANCELLED'", row -> standing.add(row.getString(1)));
        var broken = new ArrayList<String>();
        var perOrder = new HashMap<String, Integer>();
        long open = 0;
        for (var entry : provider.entrySet()) {
            var account = entry.getValue();
            boolean held = account.status.equals("AUTHORIZED") || account.captured > account.refunded;
            if (held) {
                open += account.status.equals("AUTHORIZED") ? 1 : 0;
                perOrder.merge(account.orderId, 1, Integer::sum);
                if (!standing.contains(account.orderId)) {
                    broken.add("provider payment " + entry.getKey() + " (" + account.status + ") for " + account.orderId);
                }
            }
        }
        perOrder.forEach((order, count) -> {
            if (count > 1) {
                broken.add("order " + order + " has " + count + " payments");
            }
        });
        return new Finding("I3", "%,d provider payments, %,d authorized and not yet captured".formatted(provider.size(), open), broken);
    }

    /// I4: nothing captured beyond the authorization, nothing refunded beyond the capture, on both sides.
    Finding withinAuthorization() throws SQLException {
        var broken = new ArrayList<>(databases.violations("payment",
                "select id, authorized, captured, refunded from payment where captured > authorized or refunded > captured"));
        provider.forEach((id, account) -> {
            if (account.captured > account.authorized || account.refunded > account.captured) {
                broken.add("provider payment " + id);
            }
        });
        return new Finding("I4", "%,d payments".formatted(databases.number("payment", "select count(*) from payment")), broken);
    }
}

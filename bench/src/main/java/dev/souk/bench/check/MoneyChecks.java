package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/// Money is conserved between the orders, our books and the provider's: I1, I2, I3, I4. What differs only because the
/// provider will be asked again is open.
final class MoneyChecks {
    private final Databases databases;
    private final UnderWay underWay;
    private final Map<String, ProviderLedger.Account> provider;

    MoneyChecks(Databases databases, UnderWay underWay, ProviderLedger ledger) {
        this.databases = databases;
        this.underWay = underWay;
        this.provider = ledger.accounts();
    }

    /// I1: per order, what the provider has taken and not given back is what the order owes.
    Finding conserved() throws SQLException {
        var owed = databases.numbers("order",
                "select order_id, case when status = 'CANCELLED' then 0 else total end from orders");
        approvedRefunds().forEach((order, refunded) -> owed.computeIfPresent(
                order, (_, amount) -> Math.max(0, amount - refunded)));
        var taken = new HashMap<UUID, Long>();
        provider.values().forEach(account -> taken.merge(account.orderId, account.captured - account.refunded, Long::sum));
        var verdict = new UnderWay.Verdict();
        owed.forEach((order, amount) -> {
            long has = taken.getOrDefault(order, 0L);
            if (has != amount) {
                verdict.disagrees(underWay.orders().get(order), "order " + order + " owes " + amount + ", the provider has " + has);
            }
        });
        taken.forEach((order, has) -> {
            if (has != 0 && !owed.containsKey(order)) {
                verdict.disagrees(underWay.orders().get(order), "the provider has " + has + " for " + order + ", which is no order");
            }
        });
        return verdict.on("I1", "provider has %,d = orders owe %,d".formatted(
                taken.values().stream().mapToLong(Long::longValue).sum(),
                owed.values().stream().mapToLong(Long::longValue).sum()));
    }

    /// Refunds of orders that stand; those of cancelled orders are the cancellation itself.
    private Map<UUID, Long> approvedRefunds() throws SQLException {
        return databases.numbers("payment", """
                select p.order_id, sum(r.amount) from refund r join payment p on p.id = r.payment_id
                where r.state = 'PROCESSED' group by p.order_id""");
    }

    /// I2: postings sum to zero; our captured and refunded per payment are the provider's.
    Finding ledgerBalanced() throws SQLException {
        var verdict = new UnderWay.Verdict();
        long sum = databases.number("payment", "select coalesce(sum(amount), 0) from ledger_posting");
        if (sum != 0) {
            verdict.broken("postings sum to " + sum);
        }
        var theirs = new HashMap<UUID, Long>();
        provider.values().forEach(account -> theirs.merge(account.shopPaymentId, account.captured - account.refunded, Long::sum));
        databases.each("payment", "select id, captured, refunded from payment", row -> {
            var id = row.getObject(1, UUID.class);
            long at = theirs.getOrDefault(id, 0L);
            long ours = row.getLong(2) - row.getLong(3);
            if (at != ours) {
                verdict.disagrees(underWay.payments().get(id), "payment " + id + ": ours " + ours + ", theirs " + at);
            }
        });
        return verdict.on("I2", "postings sum to 0, captured %,d on both sides".formatted(
                databases.number("payment", "select coalesce(sum(captured), 0) from payment")));
    }

    /// I3: every authorization belongs to one order that stands, or is released.
    Finding nothingLeftOpen() throws SQLException {
        var standing = new HashSet<UUID>();
        databases.each("order", "select order_id from orders where status <> 'CANCELLED'", row -> standing.add(row.getObject(1, UUID.class)));
        var verdict = new UnderWay.Verdict();
        var perOrder = new HashMap<UUID, Integer>();
        long open = 0;
        for (var entry : provider.entrySet()) {
            var account = entry.getValue();
            boolean held = account.status.equals("AUTHORIZED") || account.captured > account.refunded;
            if (held) {
                open += account.status.equals("AUTHORIZED") ? 1 : 0;
                perOrder.merge(account.orderId, 1, Integer::sum);
                if (!standing.contains(account.orderId)) {
                    verdict.disagrees(underWay.orders().get(account.orderId),
                            "provider payment " + entry.getKey() + " (" + account.status + ") for " + account.orderId);
                }
            }
        }
        perOrder.forEach((order, count) -> {
            if (count > 1) {
                verdict.broken("order " + order + " has " + count + " payments");
            }
        });
        return verdict.on("I3", "%,d provider payments, %,d authorized and not yet captured".formatted(provider.size(), open));
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

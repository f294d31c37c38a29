package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What need not be finished yet: a checkout whose shopper is asked or whose next try is due later, a call of the
/// provider that will be made again. Past its time it is no excuse any more.
final class UnderWay {
    private final Map<UUID, String> checkouts = new HashMap<>();
    private final Map<UUID, String> orders = new HashMap<>();
    private final Map<UUID, String> payments = new HashMap<>();

    private UnderWay() {}

    static UnderWay read(Databases databases) throws SQLException {
        var open = new UnderWay();
        databases.each("checkout", """
                select checkout_id, order_id,
                       case state when 'ACTION_REQUIRED' then 'waits for its shopper until ' || action_until
                                  when 'COMPENSATING' then 'is taken back, next look at ' || due_at
                                  else 'is at ' || step || ', next look at ' || due_at end
                from checkout_saga
                where next_due is not null and state in ('PENDING', 'ACTION_REQUIRED', 'COMPENSATING')
                  and coalesce(case state when 'ACTION_REQUIRED' then action_until end, due_at) > now() - interval '10 seconds'""",
                row -> {
                    var reason = "checkout " + row.getString(1) + " " + row.getString(3);
                    open.checkouts.put(row.getObject(1, UUID.class), reason);
                    open.orders.put(row.getObject(2, UUID.class), reason);
                });
        databases.each("payment", """
                select p.id, p.order_id,
                       format('%s of payment %s was asked for %s times, again at %s', operation, p.id, attempts, next_due)
                from provider_call c join payment p on p.id = c.payment_id
                where c.next_due > now() - interval '1 minute'""",
                row -> {
                    open.payments.put(row.getObject(1, UUID.class), row.getString(3));
                    if (row.getString(2) != null) {
                        open.orders.putIfAbsent(row.getObject(2, UUID.class), row.getString(3));
                    }
                });
        return open;
    }

    Map<UUID, String> checkouts() {
        return checkouts;
    }

    Map<UUID, String> orders() {
        return orders;
    }

    Map<UUID, String> payments() {
        return payments;
    }

    /// Sorts what does not agree into what is broken and what is only not finished.
    static final class Verdict {
        private final List<String> broken = new ArrayList<>();
        private final List<String> open = new ArrayList<>();

        /// @param reason why it may be so for now; null when it may not
        void disagrees(@Nullable String reason, String sentence) {
            if (reason == null) {
                broken.add(sentence);
            } else {
                open.add(sentence + ": " + reason);
            }
        }

        void broken(String sentence) {
            broken.add(sentence);
        }

        Finding on(String invariant, String figures) {
            return new Finding(invariant, figures, broken, open);
        }
    }
}

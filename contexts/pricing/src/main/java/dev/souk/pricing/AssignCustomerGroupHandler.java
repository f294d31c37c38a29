package dev.souk.pricing;

import dev.souk.contracts.pricing.AssignCustomerGroup;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.CustomerGroups.Assigned;
import java.util.Objects;

/// Answers the version of the customer's assignment.
final class AssignCustomerGroupHandler {
    private final CustomerGroups groups;

    AssignCustomerGroupHandler(CustomerGroups groups) {
        this.groups = groups;
    }

    Outcome<Long> handle(AssignCustomerGroup command, Tx tx) {
        var before = groups.lock(tx, command.customerId())
                .orElseGet(() -> Assigned.nothing(command.customerId()));
        var expected = command.expectedVersion();
        if (expected != null && expected != before.version()) {
            return Outcome.refused(Refusal.stale(expected, before.version()));
        }
        if (Objects.equals(before.group(), command.customerGroup())) {
            return Outcome.done(before.version());
        }
        var after = before.in(command.customerGroup());
        groups.save(tx, after);
        return Outcome.done(after.version());
    }
}

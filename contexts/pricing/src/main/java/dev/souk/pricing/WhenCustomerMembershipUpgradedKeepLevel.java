package dev.souk.pricing;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.CustomerGroups.Assigned;

/// A level is a group by which rules, price lists and promotions can ask. Everybody begins as STANDARD, which is none.
final class WhenCustomerMembershipUpgradedKeepLevel {
    private static final String NONE = "STANDARD";

    private final CustomerGroups groups;

    WhenCustomerMembershipUpgradedKeepLevel(CustomerGroups groups) {
        this.groups = groups;
    }

    void react(CustomerMembershipUpgraded event, Tx tx) {
        var before = groups.lock(tx, event.customerId()).orElseGet(() -> Assigned.nothing(event.customerId()));
        var since = before.levelAt();
        if (since == null || event.effectiveAt().isAfter(since)) {
            var level = event.newLevel().equals(NONE) ? null : event.newLevel();
            groups.save(tx, before.at(level, event.effectiveAt()));
        }
    }
}

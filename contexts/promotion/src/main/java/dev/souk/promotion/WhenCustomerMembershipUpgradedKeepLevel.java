package dev.souk.promotion;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.MemberLevels;

/// A level is a group that promotions can be for.
final class WhenCustomerMembershipUpgradedKeepLevel {
    private final MemberLevels levels;

    WhenCustomerMembershipUpgradedKeepLevel(MemberLevels levels) {
        this.levels = levels;
    }

    void react(CustomerMembershipUpgraded event, Tx tx) {
        levels.keep(tx, event.customerId(), event.newLevel(), event.effectiveAt());
    }
}

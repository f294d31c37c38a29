package dev.souk.customer;

import dev.souk.contracts.customer.ClaimGuestOrders;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// An address that is proved: it becomes the customer's, and what was ordered with it as a guest becomes hers.
final class Claims {
    private final Guests guests;
    private final OrderSummaries summaries;
    private final Rewards rewards;
    private final Profiles profiles;

    Claims(
            Guests guests, OrderSummaries summaries, Rewards rewards, Profiles profiles) {
        this.guests = guests;
        this.summaries = summaries;
        this.rewards = rewards;
        this.profiles = profiles;
    }

    Outcome<Integer> handle(ClaimGuestOrders command, Tx tx) {
        return profiles.open(command.customerId(), tx, account -> {
            var blind = account.emailBlind();
            return account.verifiedAt() == null || blind == null
                    ? Outcome.refused(new CustomerRefusal.EmailNotVerified())
                    : Outcome.done(claim(account.customerId(), blind, tx));
        });
    }

    private int claim(UUID customer, String blind, Tx tx) {
        var claimed = guests.claim(tx, blind, customer);
        for (var guest : claimed) {
            rewards.reckon(summaries.move(tx, guest, customer), _ -> tx, tx);
            tx.publish(new GuestClaimed(guest, customer, tx.now()), 1);
        }
        return claimed.size();
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.ClaimGuestOrders;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Email;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.List;
import java.util.UUID;

/// An address that is proved: it becomes the customer's, and what was ordered with it as a guest becomes hers.
final class Claims {
    private final Customers customers;
    private final Guests guests;
    private final OrderSummaries summaries;
    private final Rewards rewards;
    private final Profiles profiles;
    private final Vault vault;

    Claims(
            Customers customers, Guests guests, OrderSummaries summaries, Rewards rewards, Profiles profiles,
            Vault vault) {
        this.customers = customers;
        this.vault = vault;
        this.guests = guests;
        this.summaries = summaries;
        this.rewards = rewards;
        this.profiles = profiles;
    }

    /// Identity has seen the link of its mail followed.
    void verified(EmailVerified event, Tx tx) {
        var account = customers.lock(tx, event.customerId()).orElse(null);
        if (account == null || account.status() == Status.ERASED) {
            return;
        }
        var email = event.email();
        var clear = email == null ? null : vault.open(email, String.class).orElse(null);
        var blind = clear == null ? account.emailBlind() : vault.blind(Email.normal(clear));
        var owner = blind == null ? account.customerId() : customers.withEmail(tx, blind).orElse(account.customerId());
        if (blind == null || !owner.equals(account.customerId())) {
            customers.dropPending(tx, account.customerId());
            return;
        }
        boolean moves = !blind.equals(account.emailBlind());
        customers.verified(tx, account.customerId(), moves ? email : null, moves ? blind : null);
        if (moves) {
            profiles.changed(account.customerId(), List.of("email"), tx);
        }
        claim(account.customerId(), blind, tx);
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

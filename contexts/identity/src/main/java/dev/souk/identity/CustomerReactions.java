package dev.souk.identity;

import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.identity.db.Identities;
import dev.souk.identity.domain.LoginName;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.Optional;

/// What becomes of a login when something becomes of its customer.
final class CustomerReactions {
    private static final String ACTIVE = "ACTIVE";

    private final Identities identities;
    private final Grants grants;
    private final VerifyEmailHandler verification;
    private final Vault vault;

    CustomerReactions(Identities identities, Grants grants, VerifyEmailHandler verification, Vault vault) {
        this.identities = identities;
        this.grants = grants;
        this.verification = verification;
        this.vault = vault;
    }

    /// The customer is there, so the login stays.
    void registered(CustomerRegistered event, Tx tx) {
        identities.matched(tx, event.customerId());
    }

    /// Who may not buy may not come in.
    void statusChanged(CustomerStatusChanged event, Tx tx) {
        var account = identities.locked(tx, event.customerId());
        if (account.isEmpty()) {
            return;
        }
        var active = event.newStatus().equals(ACTIVE);
        identities.status(tx, event.customerId(), active, event.newStatus());
        if (!active) {
            grants.endAll(tx, event.customerId(), null, event.newStatus());
        }
    }

    /// The login moves when the link that goes there is opened.
    void emailChangeRequested(EmailChangeRequested event, Tx tx) {
        var login = login(event.email());
        identities.locked(tx, event.customerId())
                .filter(_ -> login.isPresent())
                .ifPresent(account -> verification.again(tx, account, event.email(), login.get()));
    }

    /// An address that changed without us, by staff: the login follows.
    void profileUpdated(CustomerProfileUpdated event, Tx tx) {
        var email = event.email();
        if (email == null || identities.locked(tx, event.customerId()).isEmpty()) {
            return;
        }
        login(email).ifPresent(login -> identities.rename(tx, event.customerId(), login, email));
    }

    private Optional<String> login(Sealed<String> email) {
        return vault.open(email, String.class).flatMap(LoginName::of).map(name -> vault.blind(name.text()));
    }
}

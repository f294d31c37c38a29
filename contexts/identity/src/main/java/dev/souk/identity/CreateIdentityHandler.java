package dev.souk.identity;

import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.IdentityCreated;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.domain.LoginName;
import dev.souk.identity.secrets.PasswordHashing;
import dev.souk.identity.secrets.PasswordPolicy;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.UUID;

/// Every refusal for the address costs the hash first, so that nobody learns from the time who is known.
final class CreateIdentityHandler {
    static final Duration VERIFICATION = Duration.ofHours(24);
    private static final Refusal TAKEN = Refusal.conflict("EMAIL_TAKEN", "There is an account with this address.");

    private final Identities identities;
    private final Links links;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Vault vault;

    CreateIdentityHandler(Identities identities, Links links, PasswordPolicy policy, PasswordHashing hashing, Vault vault) {
        this.identities = identities;
        this.links = links;
        this.policy = policy;
        this.hashing = hashing;
        this.vault = vault;
    }

    Outcome<UUID> handle(CreateIdentity command, Tx tx) {
        var login = LoginName.of(command.email().reveal()).orElse(null);
        if (login == null) {
            return Outcome.refused(Refusal.invalid("INVALID_EMAIL", "This is not an e-mail address."));
        }
        // nothing is asked of the database before the hash: no connection waits for it
        return policy.check(command.password(), login)
                .then(hashing::hash)
                .then(hash -> create(command, login, hash, tx));
    }

    private Outcome<UUID> create(CreateIdentity command, LoginName login, String hash, Tx tx) {
        var id = command.customerId();
        var index = vault.blind(login.text());
        var there = identities.byLogin(tx, index).map(Account::id);
        if (there.isPresent()) {
            return there.get().equals(id) ? Outcome.done(id) : Outcome.refused(TAKEN);
        }
        Sealed<String> email = vault.seal(id, login.text());
        if (!identities.insert(tx, id, id, index, email)) {
            return Outcome.refused(TAKEN);
        }
        identities.password(tx, id, hash);
        identities.publish(tx, id, new IdentityCreated(id, id));
        var link = links.open(tx, id, Links.Purpose.VERIFY, email, index, VERIFICATION);
        identities.publish(tx, id, new EmailVerificationRequested(id, id, link.ref(), link.expiresAt()));
        return Outcome.done(id);
    }
}

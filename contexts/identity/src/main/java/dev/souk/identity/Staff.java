package dev.souk.identity;

import dev.souk.contracts.identity.IdentityCreated;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.domain.LoginName;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// Logins of people who work here. They begin with a link that sets the password; the first sign-in enrols the second
/// factor.
public final class Staff {
    private static final Duration INVITATION = Duration.ofHours(24);
    private static final Refusal UNKNOWN = Refusal.notFound("IDENTITY_NOT_FOUND", "There is no such member of staff.");

    private final Identities identities;
    private final Links links;
    private final SecondFactor factor;
    private final Grants grants;
    private final Vault vault;
    private final Supplier<URI> pages;

    Staff(Identities identities, Links links, SecondFactor factor, Grants grants, Vault vault, Supplier<URI> pages) {
        this.identities = identities;
        this.links = links;
        this.factor = factor;
        this.grants = grants;
        this.vault = vault;
        this.pages = pages;
    }

    /// @param url sets the password
    public record Invited(UUID identityId, Secret url, Instant expiresAt) {}

    public Outcome<Invited> invite(Tx tx, Secret email) {
        var login = LoginName.of(email.reveal()).orElse(null);
        if (login == null) {
            return Outcome.refused(Refusal.invalid("INVALID_EMAIL", "This is not an e-mail address."));
        }
        var id = tx.newId();
        Sealed<String> sealed = vault.seal(id, login.text());
        if (!identities.insert(tx, id, null, vault.blind(login.text()), sealed)) {
            return Outcome.refused(Refusal.conflict("EMAIL_TAKEN", "There is a login with this address."));
        }
        identities.publish(tx, id, new IdentityCreated(id, null));
        return Outcome.done(link(tx, id));
    }

    private Invited link(Tx tx, UUID id) {
        var link = links.open(tx, id, Links.Purpose.INVITE, null, null, INVITATION);
        var token = RandomToken.fresh();
        links.token(tx, link.ref(), RandomToken.hash(token));
        return new Invited(id, new Secret(pages.get() + "/reset-password?token=" + token), link.expiresAt());
    }

    public Outcome<Boolean> status(Tx tx, UUID id, boolean active, UUID by) {
        if (identities.locked(tx, id).filter(Account::staff).isEmpty()) {
            return Outcome.refused(UNKNOWN);
        }
        if (id.equals(by)) {
            return Outcome.refused(Refusal.conflict("FOUR_EYES", "Nobody changes their own status."));
        }
        identities.status(tx, id, active, "ADMINISTRATOR");
        if (!active) {
            grants.endAll(tx, id, null, "DISABLED");
        }
        return Outcome.done(active);
    }

    public Outcome<Boolean> removeFactor(Tx tx, UUID id, UUID by) {
        if (identities.locked(tx, id).filter(Account::staff).isEmpty()) {
            return Outcome.refused(UNKNOWN);
        }
        if (id.equals(by)) {
            return Outcome.refused(Refusal.conflict("FOUR_EYES", "Nobody removes their own second factor."));
        }
        factor.remove(tx, id);
        grants.endAll(tx, id, null, "MFA_REMOVED");
        return Outcome.done(true);
    }
}

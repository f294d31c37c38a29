package dev.souk.identity;

import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.identity.VerifyEmail;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.db.Links.Link;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The link of a verification mail. Opening it again says the same and changes nothing.
public final class VerifyEmailHandler {
    private static final Refusal TAKEN = Refusal.conflict("EMAIL_TAKEN", "Another account has this address by now.");

    private final Identities identities;
    private final Links links;

    VerifyEmailHandler(Identities identities, Links links) {
        this.identities = identities;
        this.links = links;
    }

    Outcome<UUID> handle(VerifyEmail command, Tx tx) {
        var link = links.byToken(tx, RandomToken.hash(command.token().reveal()))
                .filter(some -> some.purpose() == Links.Purpose.VERIFY && some.good(tx.now()))
                .orElse(null);
        return link == null ? Outcome.refused(Passwords.LINK_GONE) : verify(link, tx);
    }

    private Outcome<UUID> verify(Link link, Tx tx) {
        var login = link.login();
        var email = link.email();
        if (login != null && email != null && !identities.rename(tx, link.identityId(), login, email)) {
            return Outcome.refused(TAKEN);
        }
        links.use(tx, link.ref());
        identities.verified(tx, link.identityId());
        identities.publish(tx, link.identityId(), new EmailVerified(link.identityId(), tx.now(), email));
        return Outcome.done(link.identityId());
    }

    /// Sends another link, to `email` or to the address that is known.
    public void again(Tx tx, Account account, @Nullable Sealed<String> email, @Nullable String login) {
        var link = links.open(
                tx, account.id(), Links.Purpose.VERIFY, email == null ? account.email() : email, login,
                CreateIdentityHandler.VERIFICATION);
        identities.publish(tx, account.id(), new EmailVerificationRequested(account.id(), account.id(), link.ref(), link.expiresAt()));
    }
}

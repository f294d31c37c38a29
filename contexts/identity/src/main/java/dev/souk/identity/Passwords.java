package dev.souk.identity;

import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.identity.PasswordResetRequested;
import dev.souk.contracts.identity.RequestPasswordReset;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.domain.LoginName;
import dev.souk.identity.domain.Lockout;
import dev.souk.identity.secrets.PasswordHashing;
import dev.souk.identity.secrets.PasswordPolicy;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// New passwords: by who knows the old one, and by who got the mail. Hashes are made outside of transactions.
public final class Passwords {
    static final Duration RESET = Duration.ofMinutes(30);
    static final Refusal LINK_GONE =
            new Refusal.Plain(Refusal.Kind.GONE, "LINK_GONE", "The link was used or has expired. Ask for another one.");

    /// What is needed to keep and to end.
    record Tables(Identities identities, Links links, Grants grants) {}

    private final Tables tables;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final Vault vault;

    Passwords(Tables tables, PasswordPolicy policy, PasswordHashing hashing, Transactions transactions, Vault vault) {
        this.tables = tables;
        this.policy = policy;
        this.hashing = hashing;
        this.transactions = transactions;
        this.vault = vault;
    }

    /// All sessions end but the one that asks.
    ///
    /// @param session the caller's own
    public Outcome<Boolean> change(UUID identity, Secret current, Secret wanted, @Nullable UUID session, Cause cause) {
        var account = transactions.read(tx -> tables.identities().byId(tx, identity)).orElse(null);
        if (account == null) {
            return Outcome.refused(Refusal.notFound("IDENTITY_NOT_FOUND", "There is no such login."));
        }
        return hashing.matches(current, account.hash())
                .then(right -> right ? policy.check(wanted, login(account)) : Outcome.refused(wrongPassword()))
                .then(hashing::hash)
                .then(hash -> transactions.write(cause, tx -> {
                    set(tx, account, hash, session);
                    return Outcome.done(true);
                }));
    }

    private static Refusal wrongPassword() {
        return new Refusal.Plain(Refusal.Kind.FORBIDDEN, "WRONG_PASSWORD", "The current password is another one.");
    }

    private @Nullable LoginName login(Account account) {
        return Optional.ofNullable(account.email())
                .flatMap(email -> vault.open(email, String.class))
                .flatMap(LoginName::of)
                .orElse(null);
    }

    private void set(Tx tx, Account account, String hash, @Nullable UUID session) {
        var identity = account.id();
        tables.identities().password(tx, identity, hash);
        tables.identities().lockout(tx, identity, new Lockout(0, null));
        tables.grants().endAll(tx, identity, session, "PASSWORD_CHANGED");
        tables.identities().publish(tx, identity, new PasswordChanged(identity, tx.now(), account.staffEmail()));
    }

    /// The same answer for any address; what follows is a mail to its owner, or nothing.
    Outcome<Boolean> requestReset(RequestPasswordReset command, Tx tx) {
        LoginName.of(command.email().reveal())
                .flatMap(login -> tables.identities().byLogin(tx, vault.blind(login.text())))
                .filter(Account::active)
                .ifPresent(account -> {
                    var link = tables.links().open(tx, account.id(), Links.Purpose.RESET, null, null, RESET);
                    var event = new PasswordResetRequested(account.id(), link.ref(), link.expiresAt(), account.staffEmail());
                    tables.identities().publish(tx, account.id(), event);
                });
        return Outcome.done(true);
    }

    /// Whether a token from a mail still opens something.
    public boolean resettable(Tx tx, Secret token) {
        return tables.links().byToken(tx, RandomToken.hash(token.reveal()))
                .filter(link -> link.purpose() != Links.Purpose.VERIFY && link.good(tx.now()))
                .isPresent();
    }

    /// Sets the password of who got the mail; all sessions end, and the address is verified by the way.
    public Outcome<Boolean> reset(Secret token, Secret wanted, Cause cause) {
        var account = transactions.write(cause, tx -> link(tx, token).flatMap(link -> tables.identities().byId(tx, link.identityId())));
        if (account.isEmpty()) {
            return Outcome.refused(LINK_GONE);
        }
        return policy.check(wanted, login(account.get()))
                .then(hashing::hash)
                .then(hash -> transactions.write(cause, tx -> {
                    var link = link(tx, token).orElse(null);
                    if (link == null) {
                        return Outcome.refused(LINK_GONE);
                    }
                    tables.links().use(tx, link.ref());
                    set(tx, account.get(), hash, null);
                    return Outcome.done(true);
                }));
    }

    private Optional<Links.Link> link(Tx tx, Secret token) {
        return tables.links().byToken(tx, RandomToken.hash(token.reveal()))
                .filter(link -> link.purpose() != Links.Purpose.VERIFY && link.good(tx.now()));
    }
}

package dev.souk.identity;

import dev.souk.contracts.identity.AuthenticationFailed;
import dev.souk.contracts.identity.CustomerAuthenticated;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Attempts;
import dev.souk.identity.db.Identities;
import dev.souk.identity.domain.LoginName;
import dev.souk.identity.domain.Network;
import dev.souk.identity.secrets.PasswordHashing;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Checks passwords and codes. A read, the hash outside of any transaction, one commit; whoever fails learns nothing but
/// that it failed, in the time that a success takes.
public final class SignIn {
    public static final Refusal INVALID = new Refusal.Plain(
            Refusal.Kind.UNAUTHENTICATED, "INVALID_CREDENTIALS",
            "The address or the password is wrong, or the account is closed for a while after too many attempts.");
    public static final Refusal CODE_NEEDED = new Refusal.Plain(
            Refusal.Kind.UNAUTHENTICATED, "MFA_REQUIRED", "Send the code that the authenticator app shows as mfaCode.");

    /// Who asks to come in.
    public record Attempt(Secret email, Secret password, String address, @Nullable String device) {}

    /// The password was right.
    ///
    /// @param enrolled a code is needed too
    public record Admitted(Account account, boolean enrolled) {
        /// Staff without a second factor has to enrol one first.
        public boolean mustEnrol() {
            return account.staff() && !enrolled;
        }
    }

    /// What belongs to the database side.
    record Tables(Identities identities, Attempts attempts, SecondFactor factor) {}

    private final Tables tables;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final Vault vault;
    private final Clock clock;
    private final Pauses pauses;

    SignIn(Tables tables, PasswordHashing hashing, Transactions transactions, Vault vault, Clock clock, Pauses pauses) {
        this.tables = tables;
        this.hashing = hashing;
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.pauses = pauses;
    }

    /// @param then what follows the right password, in the same transaction; its refusals are kept
    public <T> Outcome<T> attempt(Attempt attempt, Cause cause, BiFunction<Tx, Admitted, Outcome<T>> then) {
        var pause = pauses.refusal(attempt.address(), clock.instant());
        if (pause.isPresent()) {
            return Outcome.refused(pause.get());
        }
        var known = LoginName.of(attempt.email().reveal())
                .flatMap(login -> transactions.read(tx -> tables.identities().byLogin(tx, vault.blind(login.text()))));
        var hash = known.map(Account::hash).orElse(null);
        return hashing.matches(attempt.password(), hash)
                .then(right -> transactions.write(cause, tx -> judged(tx, attempt, known, right, then)));
    }

    private <T> Outcome<T> judged(
            Tx tx, Attempt attempt, Optional<Account> known, boolean right, BiFunction<Tx, Admitted, Outcome<T>> then) {
        var account = known.flatMap(some -> tables.identities().locked(tx, some.id())).orElse(null);
        if (account == null) {
            unknown(tx, attempt.address());
            return Outcome.refused(INVALID);
        }
        if (account.lockout().closed(tx.now())) {
            fail(tx, account, "LOCKED", attempt.address());
            return Outcome.refused(INVALID);
        }
        if (!right || !account.active()) {
            wrong(tx, account, "BAD_CREDENTIALS", attempt.address());
            return Outcome.refused(INVALID);
        }
        return then.apply(tx, new Admitted(account, tables.factor().enrolled(tx, account.id())));
    }

    /// Checks the code of somebody whose password was right.
    public boolean code(Tx tx, Account account, String code, String address) {
        if (account.lockout().closed(tx.now())) {
            fail(tx, account, "LOCKED", address);
            return false;
        }
        if (!tables.factor().accepts(tx, account.id(), code)) {
            wrong(tx, account, "MFA", address);
            return false;
        }
        return true;
    }

    /// Everything was right.
    public void succeeded(Tx tx, Account account, Set<String> methods, String address) {
        tables.identities().signedIn(tx, account.id());
        var network = vault.seal(account.id(), Network.of(address));
        tables.attempts().record(tx, account.id(), "OK", network);
        tx.afterCommit(() -> pauses.succeeded(address));
        if (account.customerId() != null) {
            var method = methods.contains("mfa") ? "MFA" : "PASSWORD";
            tables.identities().publish(
                    tx, account.id(), new CustomerAuthenticated(tx.newId(), tx.now(), account.customerId(), method, network));
        }
    }

    /// Methods of RFC 8176.
    public static Set<String> methods(boolean withCode) {
        var methods = new LinkedHashSet<String>();
        methods.add("pwd");
        if (withCode) {
            methods.add("otp");
            methods.add("mfa");
        }
        return methods;
    }

    private void unknown(Tx tx, String address) {
        tables.attempts().record(tx, null, "UNKNOWN", null);
        tx.publish(new AuthenticationFailed(tx.newId(), null, "BAD_CREDENTIALS", null, Network.of(address), tx.now()), 1);
        tx.afterCommit(() -> pauses.failed(address, tx.now()));
    }

    private void wrong(Tx tx, Account account, String reason, String address) {
        var after = account.lockout().failed(tx.now());
        tables.identities().lockout(tx, account.id(), after);
        fail(tx, account, reason, address);
        if (after.justClosed(account.lockout(), tx.now()) && after.until() != null) {
            tables.identities().publish(tx, account.id(), new IdentityLocked(account.id(), after.until(), account.staffEmail()));
        }
    }

    private void fail(Tx tx, Account account, String reason, String address) {
        var network = vault.seal(account.id(), Network.of(address));
        tables.attempts().record(tx, account.id(), reason, network);
        UUID id = tx.newId();
        tx.publish(new AuthenticationFailed(id, account.id(), reason, network, null, tx.now()), 1);
        tx.afterCommit(() -> pauses.failed(address, tx.now()));
    }
}

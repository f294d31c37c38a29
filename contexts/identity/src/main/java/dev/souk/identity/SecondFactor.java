package dev.souk.identity;

import dev.souk.contracts.identity.MfaEnrolled;
import dev.souk.identity.db.Factors;
import dev.souk.identity.db.Identities;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Totp;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The second factor: codes of an authenticator app, and ten recovery codes for the day when the phone is gone.
public final class SecondFactor {
    private static final int RECOVERY_CODES = 10;
    private static final Refusal WRONG_CODE =
            Refusal.invalid("INVALID_CODE", "The code is not the one that the app shows now.");

    private final Factors factors;
    private final Identities identities;
    private final Vault vault;
    private final String shop;
    private final Totp totp = new Totp();

    /// @param shop what authenticator apps call it
    public SecondFactor(Factors factors, Identities identities, Vault vault, String shop) {
        this.factors = factors;
        this.identities = identities;
        this.vault = vault;
        this.shop = shop;
    }

    public boolean enrolled(Tx tx, UUID identity) {
        return factors.confirmed(tx, identity);
    }

    /// A code of the app, or a recovery code; each is taken once.
    public boolean accepts(Tx tx, UUID identity, String code) {
        var plain = code.replaceAll("[\\s-]", "");
        var factor = factors.locked(tx, identity).filter(Factors.Factor::confirmed).orElse(null);
        if (factor == null) {
            return false;
        }
        if (plain.length() > 6) {
            return factors.recover(tx, identity, RandomToken.hash(plain.toLowerCase(Locale.ROOT)));
        }
        var secret = vault.open(factor.secret(), String.class);
        if (secret.isEmpty()) {
            return false;
        }
        var step = totp.step(secret.get(), plain, tx.now(), factor.lastStep());
        step.ifPresent(taken -> factors.took(tx, identity, taken));
        return step.isPresent();
    }

    /// What an app has to know.
    public record Enrolment(Secret secret, Secret uri) {}

    /// Begins, or goes on with what was begun and not confirmed.
    public Outcome<Enrolment> begin(Tx tx, UUID identity, String account) {
        var there = factors.locked(tx, identity);
        if (there.isPresent() && there.get().confirmed()) {
            return Outcome.refused(Refusal.conflict("MFA_ENROLLED", "There is a second factor already; remove it first."));
        }
        var secret = there.flatMap(factor -> vault.open(factor.secret(), String.class)).orElseGet(Totp::secret);
        if (there.isEmpty()) {
            factors.begin(tx, identity, vault.seal(identity, secret));
        }
        return Outcome.done(new Enrolment(new Secret(secret), new Secret(Totp.uri(secret, shop, account))));
    }

    /// Proves that the app knows the secret; answers the recovery codes, this once.
    public Outcome<List<String>> confirm(Tx tx, UUID identity, String code) {
        var factor = factors.locked(tx, identity).orElse(null);
        if (factor == null || factor.confirmed()) {
            return Outcome.refused(Refusal.conflict("MFA_NOT_BEGUN", "Begin the enrolment first."));
        }
        var secret = vault.open(factor.secret(), String.class).orElse("");
        var step = secret.isEmpty() ? java.util.OptionalLong.empty() : totp.step(secret, code.strip(), tx.now(), 0);
        if (step.isEmpty()) {
            return Outcome.refused(WRONG_CODE);
        }
        factors.confirm(tx, identity, step.getAsLong());
        identities.publish(tx, identity, new MfaEnrolled(identity, Factors.TOTP));
        return Outcome.done(newRecoveryCodes(tx, identity));
    }

    private List<String> newRecoveryCodes(Tx tx, UUID identity) {
        var codes = new ArrayList<String>();
        while (codes.size() < RECOVERY_CODES) {
            var plain = RandomToken.fresh().toLowerCase(Locale.ROOT).replaceAll("[^a-z2-9]|[lo]", "");
            if (plain.length() >= 16) {
                codes.add(plain.substring(0, 16));
            }
        }
        factors.recoveryCodes(tx, identity, codes.stream().map(RandomToken::hash).toList());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?!$)", "$1-")).toList();
    }

    /// For an app that has the secret already.
    void enrol(Tx tx, UUID identity, Secret secret) {
        factors.begin(tx, identity, vault.seal(identity, secret.reveal()));
        factors.confirm(tx, identity, 0);
    }

    public void remove(Tx tx, UUID identity) {
        factors.remove(tx, identity);
    }
}

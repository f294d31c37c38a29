package dev.souk.identity.secrets;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.souk.identity.db.SigningKeys;
import dev.souk.identity.db.SigningKeys.Stored;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The keys that sign tokens: RSA of 2048 bits, because checking is what happens often. Each signs for 90 days; the next
/// one is published a day before, the last one stays known for a day after. Private halves are in the database, sealed
/// under a key of the vault.
public final class KeyRing {
    /// Whose key of the vault it is: nobody's.
    private static final UUID OWNER = UUID.nameUUIDFromBytes("identity's signing keys".getBytes(StandardCharsets.UTF_8));

    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final Duration REREAD = Duration.ofMinutes(1);

    private final SigningKeys table;
    private final Transactions transactions;
    private final Vault vault;
    private final Map<String, JWSSigner> signers = new ConcurrentHashMap<>();
    private volatile @Nullable Read latest;

    private record Read(Instant at, List<Stored> keys) {}

    public KeyRing(SigningKeys table, Transactions transactions, Vault vault) {
        this.table = table;
        this.transactions = transactions;
        this.vault = vault;
    }

    /// A signer and the name of its key.
    public record Signer(String kid, JWSSigner signer) {}

    public Signer signer(Instant now) {
        var key = keys(now).stream().filter(each -> !each.signsFrom().isAfter(now)).findFirst().orElseGet(() -> first(now));
        return new Signer(key.kid(), signers.computeIfAbsent(key.kid(), _ -> signer(key)));
    }

    /// Everything that tokens can be checked with, for those who ask; a key that will sign soon is among them.
    public List<RSAKey> published(Instant now) {
        var keys = keys(now);
        return (keys.isEmpty() ? List.of(first(now)) : keys).stream()
                .filter(key -> key.verifiesUntil() == null || now.isBefore(key.verifiesUntil()))
                .map(key -> new RSAKey.Builder(new Base64URL(key.modulus()), new Base64URL(key.exponent())).keyID(key.kid()).build())
                .toList();
    }

    /// Makes the next key when the time has come, and forgets those that nobody needs; in a transaction of its own.
    public int turn(Tx tx) {
        table.alone(tx);
        var keys = table.all(tx);
        int changed = table.purge(tx);
        if (!keys.isEmpty()) {
            var newest = keys.getFirst();
            if (!tx.now().isBefore(newest.signsFrom().plus(SIGNS).minus(OVERLAP))) {
                changed += next(tx, newest);
            }
        }
        if (changed > 0) {
            tx.afterCommit(this::forget);
        }
        return changed;
    }

    /// A new key now, because the old one may be known to others: it is good no longer.
    public void replace(Tx tx) {
        table.alone(tx);
        table.all(tx).forEach(key -> table.retire(tx, key.kid(), tx.now()));
        table.insert(tx, fresh(tx.now()));
        tx.afterCommit(this::forget);
    }

    private int next(Tx tx, Stored newest) {
        var due = newest.signsFrom().plus(SIGNS);
        var from = due.isBefore(tx.now()) ? tx.now() : due;
        table.retire(tx, newest.kid(), from.plus(OVERLAP));
        return table.insert(tx, fresh(from)) ? 1 : 0;
    }

    private void forget() {
        latest = null;
    }

    private List<Stored> keys(Instant now) {
        var read = latest;
        if (read == null || read.at().plus(REREAD).isBefore(now) || read.at().isAfter(now)) {
            read = new Read(now, transactions.read(table::all));
            latest = read.keys().isEmpty() ? null : read;
        }
        return read.keys();
    }

    private Stored first(Instant now) {
        var made = transactions.write(Cause.system(OWNER), tx -> {
            table.alone(tx);
            // whoever was first may have a clock that is a little ahead; a second key beside it would be nobody's
            var there = table.all(tx).reversed().stream().filter(key -> key.verifiesUntil() == null).findFirst();
            return there.orElseGet(() -> {
                var key = fresh(now.truncatedTo(ChronoUnit.SECONDS));
                table.insert(tx, key);
                return key;
            });
        });
        forget();
        return made;
    }

    private Stored fresh(Instant from) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var open = (RSAPublicKey) pair.getPublic();
            var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return new Stored(
                    RandomToken.of(12), vault.seal(OWNER, secret), Base64URL.encode(open.getModulus()).toString(),
                    Base64URL.encode(open.getPublicExponent()).toString(), from, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer(Stored key) {
        var secret = vault.open(key.secret(), String.class)
                .orElseThrow(() -> new IllegalStateException("the key " + key.kid() + " cannot be opened"));
        return new RSASSASigner(privateKey(secret));
    }

    private static PrivateKey privateKey(String secret) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

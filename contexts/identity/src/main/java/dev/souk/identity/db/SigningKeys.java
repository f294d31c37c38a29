package dev.souk.identity.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys that sign tokens.
public final class SigningKeys {
    /// @param secret the private half, PKCS #8 in Base64
    /// @param verifiesUntil null while it signs, or will
    public record Stored(
            String kid, Sealed<String> secret, String modulus, String exponent, Instant signsFrom,
            @Nullable Instant verifiesUntil) {}

    /// Answers false when another process was first.
    public boolean insert(Tx tx, Stored key) {
        return tx.sql("insert into signing_key (kid, sealed, modulus, exponent, signs_from) values (?, ?, ?, ?, ?) on conflict do nothing")
                        .params(key.kid(), key.secret().text(), key.modulus(), key.exponent(), key.signsFrom())
                        .update()
                > 0;
    }

    /// Newest first.
    public List<Stored> all(Tx tx) {
        return tx.sql("select * from signing_key order by signs_from desc").list(SigningKeys::stored);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.text("kid"), new Sealed<>(row.text("sealed")), row.text("modulus"), row.text("exponent"),
                row.instant("signs_from"), row.instantOrNull("verifies_until"));
    }

    /// One transaction at a time, for those who make keys.
    public void alone(Tx tx) {
        tx.sql("select pg_advisory_xact_lock(hashtext('souk signing keys')) is null as locked").one(row -> row.bool("locked"));
    }

    public void retire(Tx tx, String kid, Instant verifiesUntil) {
        tx.sql("update signing_key set verifies_until = ? where kid = ? and verifies_until is null").params(verifiesUntil, kid).update();
    }

    public int purge(Tx tx) {
        return tx.sql("delete from signing_key where verifies_until < ?").params(tx.now()).update();
    }
}

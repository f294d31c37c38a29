package dev.souk.identity.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// How far a browser has come at the sign-in pages.
public final class SignOns {
    /// What is still to be done.
    public enum Step {
        CODE,
        ENROL,
        DONE
    }

    public record SignOn(UUID identityId, Step step, Set<String> methods, Instant signedInAt, Instant endsAt) {}

    public void insert(Tx tx, String hash, SignOn signOn) {
        tx.sql("insert into sign_on (hash, identity_id, step, methods, signed_in_at, ends_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        hash, signOn.identityId(), signOn.step(), String.join(" ", signOn.methods()), signOn.signedInAt(),
                        signOn.endsAt())
                .update();
    }

    public Optional<SignOn> find(Tx tx, String hash) {
        return tx.sql("select identity_id, step, methods, signed_in_at, ends_at from sign_on where hash = ? and ends_at > ?")
                .params(hash, tx.now())
                .optional(row -> new SignOn(
                        row.uuid("identity_id"), row.enumOf(Step.class, "step"), Words.set(row.text("methods")),
                        row.instant("signed_in_at"), row.instant("ends_at")));
    }

    public void delete(Tx tx, String hash) {
        tx.sql("delete from sign_on where hash = ?").params(hash).update();
    }

    public int purge(Tx tx) {
        return tx.sql(
                        """
                        delete from sign_on where hash in (
                            select hash from sign_on where ends_at < ? limit 500 for update skip locked)
                        """)
                .params(tx.now())
                .update();
    }
}

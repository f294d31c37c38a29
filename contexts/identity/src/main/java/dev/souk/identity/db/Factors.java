package dev.souk.identity.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Second factors and recovery codes.
public final class Factors {
    public static final String TOTP = "TOTP";

    /// @param lastStep of the last code that was taken
    public record Factor(Sealed<String> secret, boolean confirmed, long lastStep) {}

    public Optional<Factor> locked(Tx tx, UUID identity) {
        return tx.sql("select secret, confirmed_at, last_step from mfa_factor where identity_id = ? and kind = 'TOTP' for update")
                .params(identity)
                .optional(Factors::factor);
    }

    private static Factor factor(Row row) {
        return new Factor(new Sealed<>(row.text("secret")), row.instantOrNull("confirmed_at") != null, row.bigint("last_step"));
    }

    public boolean confirmed(Tx tx, UUID identity) {
        return tx.sql("select 1 from mfa_factor where identity_id = ? and confirmed_at is not null")
                .params(identity)
                .optional(_ -> true)
                .isPresent();
    }

    /// Replaces one that was never confirmed.
    public void begin(Tx tx, UUID identity, Sealed<String> secret) {
        tx.sql(
                        """
                        insert into mfa_factor (identity_id, kind, secret) values (?, 'TOTP', ?)
                        on conflict (identity_id, kind) do update set secret = excluded.secret, last_step = 0
                        where mfa_factor.confirmed_at is null
                        """)
                .params(identity, secret.text())
                .update();
    }

    public void confirm(Tx tx, UUID identity, long step) {
        tx.sql("update mfa_factor set confirmed_at = ?, last_step = ? where identity_id = ?").params(tx.now(), step, identity).update();
    }

    public void took(Tx tx, UUID identity, long step) {
        tx.sql("update mfa_factor set last_step = ? where identity_id = ?").params(step, identity).update();
    }

    public void remove(Tx tx, UUID identity) {
        tx.sql("delete from mfa_factor where identity_id = ?").params(identity).update();
        tx.sql("delete from recovery_code where identity_id = ?").params(identity).update();
    }

    public void recoveryCodes(Tx tx, UUID identity, Collection<String> hashes) {
        tx.sql("delete from recovery_code where identity_id = ?").params(identity).update();
        tx.sql("insert into recovery_code (identity_id, hash) select ?, unnest(?)")
                .params(identity)
                .array("text", List.copyOf(hashes))
                .update();
    }

    /// Each works once.
    public boolean recover(Tx tx, UUID identity, String hash) {
        return tx.sql("update recovery_code set used_at = ? where identity_id = ? and hash = ? and used_at is null")
                        .params(tx.now(), identity, hash)
                        .update()
                > 0;
    }
}

package dev.souk.identity.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Authorization codes, and what people have agreed to.
public final class Codes {
    /// @param challenge PKCE, S256
    /// @param sessionId the session that it was exchanged for
    public record Code(
            String clientId, String redirectUri, String challenge, @Nullable String nonce, String scope, UUID identityId,
            Set<String> methods, Instant signedInAt, Instant expiresAt, @Nullable UUID sessionId) {}

    public void insert(Tx tx, String hash, Code code) {
        tx.sql(
                        """
                        insert into authorization_code (hash, client_id, redirect_uri, challenge, nonce, scope, identity_id,
                                                        methods, signed_in_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        hash, code.clientId(), code.redirectUri(), code.challenge(), code.nonce(), code.scope(),
                        code.identityId(), String.join(" ", code.methods()), code.signedInAt(), code.expiresAt())
                .update();
    }

    public Optional<Code> locked(Tx tx, String hash) {
        return tx.sql("select * from authorization_code where hash = ? for update").params(hash).optional(row -> new Code(
                row.text("client_id"), row.text("redirect_uri"), row.text("challenge"), row.textOrNull("nonce"),
                row.text("scope"), row.uuid("identity_id"), Words.set(row.text("methods")), row.instant("signed_in_at"),
                row.instant("expires_at"), row.uuidOrNull("session_id")));
    }

    public void exchanged(Tx tx, String hash, UUID session) {
        tx.sql("update authorization_code set session_id = ? where hash = ?").params(session, hash).update();
    }

    /// What somebody allowed a client, as words.
    public Set<String> consented(Tx tx, UUID identity, String client) {
        return tx.sql("select scope from consent where identity_id = ? and client_id = ?")
                .params(identity, client)
                .optional(row -> Words.set(row.text("scope")))
                .orElse(Set.of());
    }

    public void consent(Tx tx, UUID identity, String client, String scope) {
        tx.sql(
                        """
                        insert into consent (identity_id, client_id, scope, granted_at) values (?, ?, ?, ?)
                        on conflict (identity_id, client_id) do update set scope = excluded.scope, granted_at = excluded.granted_at
                        """)
                .params(identity, client, scope, tx.now())
                .update();
    }

    public int purge(Tx tx, Instant before) {
        return tx.sql(
                        """
                        delete from authorization_code where hash in (
                            select hash from authorization_code where expires_at < ? limit 500 for update skip locked)
                        """)
                .params(before)
                .update();
    }
}

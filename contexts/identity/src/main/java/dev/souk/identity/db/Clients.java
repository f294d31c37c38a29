package dev.souk.identity.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may ask for tokens: faces, machines, others' applications.
public final class Clients {
    /// @param hash null for a public client; empty for one whose secret has not been made yet
    /// @param former the one before, which is taken until `formerUntil`
    /// @param at when it was made
    public record Secrets(@Nullable String hash, @Nullable String former, @Nullable Instant formerUntil, @Nullable Instant at) {
        /// Of a new client.
        public static Secrets first(@Nullable String hash, Instant at) {
            return new Secrets(hash, null, null, hash == null ? null : at);
        }
    }

    /// @param roles of a machine's own tokens; a client that signs people in has none
    /// @param logoutUris where it may be gone on to after signing out
    /// @param subject who the machine is in tokens and records
    public record Client(
            String id, String name, Secrets secrets, Set<String> roles, Set<String> redirectUris, Set<String> logoutUris,
            boolean firstParty, UUID subject, @Nullable Instant expiresAt, String createdBy, Instant createdAt,
            @Nullable Instant disabledAt) {
        /// It can keep no secret.
        public boolean isPublic() {
            return secrets.hash() == null;
        }

        public boolean open(Instant now) {
            return disabledAt == null && (expiresAt == null || now.isBefore(expiresAt));
        }
    }

    /// Answers false when the id is taken.
    public boolean insert(Tx tx, Client client) {
        return tx.sql(
                        """
                        insert into api_client (client_id, name, secret_hash, secret_at, roles, redirect_uris, logout_uris, first_party, subject,
                                                expires_at, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                client.id(), client.name(), client.secrets().hash(), client.secrets().at(), String.join(" ", client.roles()),
                                String.join(" ", client.redirectUris()), String.join(" ", client.logoutUris()), client.firstParty(), client.subject(),
                                client.expiresAt(), client.createdBy(), client.createdAt())
                        .update()
                > 0;
    }

    public Optional<Client> find(Tx tx, String id) {
        return tx.sql("select * from api_client where client_id = ?").params(id).optional(Clients::client);
    }

    public List<Client> list(Tx tx, String after, int limit) {
        return tx.sql("select * from api_client where client_id > ? order by client_id limit ?")
                .params(after, limit)
                .list(Clients::client);
    }

    public boolean disable(Tx tx, String id) {
        return tx.sql("update api_client set disabled_at = ? where client_id = ? and disabled_at is null")
                        .params(tx.now(), id)
                        .update()
                > 0;
    }

    public void secret(Tx tx, String id, Secrets secrets) {
        tx.sql("update api_client set secret_hash = ?, former_hash = ?, former_until = ?, secret_at = ? where client_id = ?")
                .params(secrets.hash(), secrets.former(), secrets.formerUntil(), secrets.at(), id)
                .update();
    }

    private static Client client(Row row) {
        return new Client(
                row.text("client_id"), row.text("name"),
                new Secrets(
                        row.textOrNull("secret_hash"), row.textOrNull("former_hash"), row.instantOrNull("former_until"),
                        row.instantOrNull("secret_at")),
                Words.set(row.text("roles")),
                Words.set(row.text("redirect_uris")), Words.set(row.text("logout_uris")), row.bool("first_party"), row.uuid("subject"),
                row.instantOrNull("expires_at"), row.text("created_by"), row.instant("created_at"),
                row.instantOrNull("disabled_at"));
    }
}

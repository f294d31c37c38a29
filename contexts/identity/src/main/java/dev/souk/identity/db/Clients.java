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
    /// @param secretHash null for a public client
    /// @param roles of a machine's own tokens; a client that signs people in has none
    /// @param subject who the machine is in tokens and records
    public record Client(
            String id, String name, @Nullable String secretHash, Set<String> roles, Set<String> redirectUris,
            boolean firstParty, UUID subject, @Nullable Instant expiresAt, String createdBy, Instant createdAt,
            @Nullable Instant disabledAt) {
        public boolean open(Instant now) {
            return disabledAt == null && (expiresAt == null || now.isBefore(expiresAt));
        }
    }

    /// Answers false when the id is taken.
    public boolean insert(Tx tx, Client client) {
        return tx.sql(
                        """
                        insert into api_client (client_id, name, secret_hash, roles, redirect_uris, first_party, subject,
                                                expires_at, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                client.id(), client.name(), client.secretHash(), String.join(" ", client.roles()),
                                String.join(" ", client.redirectUris()), client.firstParty(), client.subject(),
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

    private static Client client(Row row) {
        return new Client(
                row.text("client_id"), row.text("name"), row.textOrNull("secret_hash"), Words.set(row.text("roles")),
                Words.set(row.text("redirect_uris")), row.bool("first_party"), row.uuid("subject"),
                row.instantOrNull("expires_at"), row.text("created_by"), row.instant("created_at"),
                row.instantOrNull("disabled_at"));
    }
}

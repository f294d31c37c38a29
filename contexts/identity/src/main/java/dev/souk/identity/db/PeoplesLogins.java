package dev.souk.identity.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person's login, sessions and attempts to sign in. Nothing of it has to be kept: everything else hangs on the
/// login and goes with it. Never given out: passwords, codes and tokens.
public final class PeoplesLogins implements PersonalRecords {
    private final Identities identities;
    private final Sessions sessions;
    private final Vault vault;

    public PeoplesLogins(Identities identities, Sessions sessions, Vault vault) {
        this.identities = identities;
        this.sessions = sessions;
        this.vault = vault;
    }

    private record Login(
            @Nullable String email, boolean verified, String status, @Nullable Instant lastSignInAt, Instant createdAt) {}

    private record Session(
            String client,
            String methods,
            Instant signedInAt,
            @Nullable String device,
            @Nullable String network,
            Instant lastUsedAt,
            @Nullable Instant endedAt) {}

    private record Attempt(Instant at, String outcome, @Nullable String network) {}

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        var logins = tx.sql("select email, email_verified, status, last_sign_in_at, created_at from identity where id = ?")
                .params(person)
                .list(row -> new Login(
                        opened(row, "email"), row.bool("email_verified"), row.text("status"),
                        row.instantOrNull("last_sign_in_at"), row.instant("created_at")));
        var sessions = tx.sql("select * from session where identity_id = ? order by signed_in_at")
                .params(person)
                .list(row -> new Session(
                        row.text("client_id"), row.text("methods"), row.instant("signed_in_at"), opened(row, "device"),
                        opened(row, "network"), row.instant("last_used_at"), row.instantOrNull("ended_at")));
        var attempts = tx.sql("select at, outcome, network from login_attempt where identity_id = ? order by at")
                .params(person)
                .list(row -> new Attempt(row.instant("at"), row.text("outcome"), opened(row, "network")));
        return Map.of("logins", logins, "sessions", sessions, "signInAttempts", attempts);
    }

    private @Nullable String opened(Row row, String column) {
        var text = row.textOrNull(column);
        return text == null ? null : vault.open(new Sealed<String>(text), String.class).orElse(null);
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        sessions.forget(tx, person);
        return new Forgotten(identities.delete(tx, person) ? 1 : 0, 0, 0, null);
    }
}

package dev.souk.identity;

import dev.souk.contracts.identity.GetJwks;
import dev.souk.contracts.identity.ListEndedSessions;
import dev.souk.contracts.identity.ListSessions;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.secrets.KeyRing;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What identity answers.
final class Queries {
    /// Clocks of others may be behind.
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Sessions sessions;
    private final KeyRing keys;
    private final Vault vault;

    Queries(Sessions sessions, KeyRing keys, Vault vault) {
        this.sessions = sessions;
        this.keys = keys;
        this.vault = vault;
    }

    GetJwks.Keys jwks(GetJwks query, Tx tx) {
        return new GetJwks.Keys(keys.published(tx.now()).stream()
                .map(key -> new GetJwks.Key(
                        "RSA", "sig", "RS256", key.getKeyID(), key.getModulus().toString(), key.getPublicExponent().toString()))
                .toList());
    }

    Set<UUID> ended(ListEndedSessions query, Tx tx) {
        return sessions.ended(tx, tx.now().minus(Tokens.ACCESS).minus(MARGIN));
    }

    List<ListSessions.Session> list(ListSessions query, Tx tx) {
        return sessions.open(tx, query.identityId()).stream()
                .map(session -> new ListSessions.Session(
                        session.id(), session.clientId(), open(session.device()), open(session.network()),
                        session.signedInAt(), session.lastUsedAt()))
                .toList();
    }

    private @Nullable String open(@Nullable Sealed<String> sealed) {
        return sealed == null ? null : vault.open(sealed, String.class).orElse(null);
    }
}

package dev.souk.identity;

import dev.souk.contracts.identity.ClientSecretIssued;
import dev.souk.contracts.identity.IssueClientSecret;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Secrets of clients that can keep one. The platform's own contexts begin without: whoever runs one in a process of its
/// own makes it.
final class ClientSecrets {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Clients clients;

    ClientSecrets(Clients clients) {
        this.clients = clients;
    }

    Outcome<IssueClientSecret.Issued> issue(IssueClientSecret command, Tx tx) {
        if (command.overlapSeconds() < 0 || command.overlapSeconds() > LONGEST.toSeconds()) {
            return Outcome.refused(Refusal.invalid("INVALID_OVERLAP", "The former secret is taken for 0 to 604800 seconds more."));
        }
        var client = clients.find(tx, command.clientId()).filter(some -> some.open(tx.now())).orElse(null);
        if (client == null) {
            return Outcome.refused(Refusal.notFound("CLIENT_NOT_FOUND", "There is no such client."));
        }
        var hash = client.secrets().hash();
        if (hash == null) {
            return Outcome.refused(Refusal.conflict("CLIENT_IS_PUBLIC", "This client can keep no secret; it uses PKCE."));
        }
        var former = hash.isEmpty() || command.overlapSeconds() == 0 ? null : hash;
        return Outcome.done(renewed(tx, client, former, former == null ? null : tx.now().plusSeconds(command.overlapSeconds()), command));
    }

    private IssueClientSecret.Issued renewed(
            Tx tx, Client client, @Nullable String former, @Nullable Instant until,
            IssueClientSecret command) {
        var secret = RandomToken.fresh();
        clients.secret(tx, client.id(), new Clients.Secrets(RandomToken.hash(secret), former, until, tx.now()));
        tx.publish(new ClientSecretIssued(client.id(), until, command.by().toString()), 1);
        return new IssueClientSecret.Issued(client.id(), new Secret(secret), until);
    }
}

package dev.souk.identity.http;

import dev.souk.contracts.identity.CreateApiClient;
import dev.souk.contracts.identity.IssueClientSecret;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For administrators: machines and applications that may ask for tokens.
public final class ClientRoutes {
    /// Time enough to change over the processes that have the former secret.
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Clients clients;

    /// @param roles of a machine's own tokens
    /// @param redirectUris where people who sign in come back to; a client has these or roles
    /// @param postLogoutRedirectUris where they may be sent after signing out
    /// @param open it can keep no secret
    public record ClientRequest(
            String clientId, String name, @Nullable List<String> roles, @Nullable List<String> redirectUris,
            @Nullable List<String> postLogoutRedirectUris, @Nullable Boolean open, @Nullable Instant expiresAt) {
        public ClientRequest {
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(name);
        }
    }

    /// @param secret shown this once
    public record ClientAnswer(String clientId, @Nullable String secret) {}

    /// @param overlapSeconds for so long the former secret is still taken: a day unless said otherwise, at most seven
    public record SecretRequest(@Nullable Long overlapSeconds) {}

    /// @param secret shown this once
    /// @param formerUntil null when no other secret is taken
    public record SecretAnswer(String clientId, String secret, @Nullable Instant formerUntil) {}

    /// @param secretAt when its secret was made; absent as long as there is none
    public record ClientView(
            String clientId, String name, List<String> roles, List<String> redirectUris, List<String> postLogoutRedirectUris,
            boolean firstParty, boolean open, @Nullable Instant secretAt, @Nullable Instant formerSecretUntil,
            @Nullable Instant expiresAt, String createdBy, Instant createdAt, @Nullable Instant disabledAt) {}

    public record ClientPage(List<ClientView> items) {}

    public ClientRoutes(Clients clients) {
        this.clients = clients;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/identity/api-clients").answers(200, ClientPage.class).roles(Role.ADMIN, Role.AUDITOR)
                        .query(Parameter.text("after", "last id of the page before"), Parameter.limit(50, 200))
                        .summary("Who may ask for tokens.").reads(this::list),
                Route.post("/identity/api-clients").body(ClientRequest.class).answers(201, ClientAnswer.class).roles(Role.ADMIN)
                        .key(Route.Key.NONE).summary("Lets a machine or an application ask for tokens; the secret is shown this once.")
                        .writes(this::create),
                Route.post("/identity/api-clients/{clientId}/secret").body(SecretRequest.class).answers(201, SecretAnswer.class)
                        .roles(Role.ADMIN).key(Route.Key.NONE)
                        .summary("A client's first or next secret, shown this once; the former one is taken for a while longer.")
                        .writes(this::secret),
                Route.delete("/identity/api-clients/{clientId}").answers(204, Void.class).roles(Role.ADMIN).key(Route.Key.NONE)
                        .summary("No more tokens for this client.").writes(this::disable));
    }

    private static UUID by(Call<?> call) {
        return Objects.requireNonNull(call.caller().subject());
    }

    private Answer<ClientPage> list(Call<Void> call, Tx tx) {
        var found = clients.list(tx, call.query("after").orElse(""), call.limit(50, 200));
        return Answer.of(new ClientPage(found.stream().map(client -> view(client, tx.now())).toList()));
    }

    private static ClientView view(Client client, Instant now) {
        var former = client.secrets().formerUntil();
        return new ClientView(
                client.id(), client.name(), List.copyOf(client.roles()), List.copyOf(client.redirectUris()),
                List.copyOf(client.logoutUris()), client.firstParty(), client.isPublic(), client.secrets().at(),
                former != null && now.isBefore(former) ? former : null, client.expiresAt(), client.createdBy(), client.createdAt(),
                client.disabledAt());
    }

    private Answer<ClientAnswer> create(Call<ClientRequest> call, Tx tx) {
        var body = call.body();
        var command = new CreateApiClient(
                body.clientId(), body.name(), orNone(body.roles()), orNone(body.redirectUris()), orNone(body.postLogoutRedirectUris()),
                Boolean.TRUE.equals(body.open()), body.expiresAt(), by(call));
        return Answer.from(call.handle(command), made -> {
            var secret = made.secret();
            return new ClientAnswer(made.clientId(), secret == null ? null : secret.reveal());
        });
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private Answer<SecretAnswer> secret(Call<SecretRequest> call, Tx tx) {
        var overlap = call.body().overlapSeconds();
        var command = new IssueClientSecret(call.path("clientId"), overlap == null ? OVERLAP.toSeconds() : overlap, by(call));
        return Answer.from(call.handle(command), issued ->
                new SecretAnswer(issued.clientId(), issued.secret().reveal(), issued.formerUntil()));
    }

    private Answer<Void> disable(Call<Void> call, Tx tx) {
        return clients.disable(tx, call.path("clientId"))
                ? Answer.nothing()
                : Answer.refused(Refusal.notFound("CLIENT_NOT_FOUND", "There is no such client."));
    }
}

package dev.souk.identity;

import dev.souk.contracts.identity.ApiClientCreated;
import dev.souk.contracts.identity.CreateApiClient;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A machine has roles and a secret; an application that signs people in has addresses to come back to.
final class CreateApiClientHandler {
    /// Granted to people, with four eyes; a machine never needs them.
    private static final Set<Role> NOT_FOR_MACHINES = Set.of(
            Role.GUEST, Role.SYSTEM, Role.ADMIN, Role.FINANCE, Role.OPERATOR, Role.CUSTOMER);

    private static final Set<String> ROLES = Arrays.stream(Role.values())
            .filter(role -> !NOT_FOR_MACHINES.contains(role))
            .map(Role::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Clients clients;

    CreateApiClientHandler(Clients clients) {
        this.clients = clients;
    }

    Outcome<CreateApiClient.Created> handle(CreateApiClient command, Tx tx) {
        var wrong = wrong(command);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var secret = command.open() ? null : new Secret(RandomToken.fresh());
        var client = new Client(
                command.clientId(), command.name(), Clients.Secrets.first(secret == null ? null : RandomToken.hash(secret.reveal()), tx.now()),
                new LinkedHashSet<>(command.roles()), new LinkedHashSet<>(command.redirectUris()),
                new LinkedHashSet<>(command.logoutUris()), false, tx.newId(),
                command.expiresAt(), command.by().toString(), tx.now(), null);
        if (!clients.insert(tx, client)) {
            return Outcome.refused(Refusal.conflict("CLIENT_ID_TAKEN", "There is a client with this id."));
        }
        tx.publish(new ApiClientCreated(client.id(), command.roles(), command.by().toString()), 1);
        return Outcome.done(new CreateApiClient.Created(client.id(), secret));
    }

    private static Optional<Refusal> wrong(CreateApiClient command) {
        if (!command.clientId().matches("[a-z0-9][a-z0-9._-]{2,63}") || command.clientId().startsWith("souk")) {
            return refusal("INVALID_CLIENT_ID", "A client id has 3 to 64 of a-z, 0-9, '.', '_', '-' and does not begin with souk.");
        }
        if (command.name().isBlank() || command.name().length() > 100) {
            return refusal("INVALID_NAME", "A name has 1 to 100 characters.");
        }
        if (command.roles().isEmpty() == command.redirectUris().isEmpty()) {
            return refusal("INVALID_CLIENT", "A client has roles of its own, or redirect addresses for people, and not both.");
        }
        if (command.open() && !command.roles().isEmpty()) {
            return refusal("INVALID_CLIENT", "A client with roles of its own needs a secret.");
        }
        if (!ROLES.containsAll(command.roles())) {
            return refusal("ROLE_NOT_GRANTABLE", "A machine may have " + String.join(", ", ROLES.stream().sorted().toList()) + ".");
        }
        if (command.redirectUris().isEmpty() && !command.logoutUris().isEmpty()) {
            return refusal("INVALID_CLIENT", "Only a client that signs people in signs them out.");
        }
        return !good(command.redirectUris()) || !good(command.logoutUris())
                ? refusal("INVALID_REDIRECT_URI", "At most ten https addresses without fragment; http only on this machine.")
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, String detail) {
        return Optional.of(Refusal.invalid(code, detail));
    }

    private static boolean good(List<String> addresses) {
        return addresses.size() <= 10 && addresses.stream().allMatch(CreateApiClientHandler::goodRedirect);
    }

    private static boolean goodRedirect(String text) {
        try {
            var uri = URI.create(text);
            var here = List.of("127.0.0.1", "[::1]", "localhost").contains(String.valueOf(uri.getHost()));
            return text.length() <= 500 && uri.getFragment() == null && uri.getHost() != null && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

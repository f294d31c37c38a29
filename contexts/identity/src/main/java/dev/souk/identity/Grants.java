package dev.souk.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.contracts.identity.SessionRevoked;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Roles;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.db.Sessions.Session;
import dev.souk.identity.domain.Grant;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens sessions and gives out their tokens. A refresh token works once and is followed by the next; who comes with one
/// that was used before has it from somebody else, and the whole session ends.
public final class Grants {
    public static final Duration IDLE = Duration.ofDays(7);
    public static final Duration LONGEST = Duration.ofDays(30);
    /// Two tabs may refresh at once with one token: for so long the second is taken for the first one's twin.
    private static final Duration TWINS = Duration.ofSeconds(10);

    private static final Refusal NOT_GOOD = new Refusal.Plain(
            Refusal.Kind.UNAUTHENTICATED, "INVALID_REFRESH_TOKEN", "The session has ended. Sign in again.");

    private final Identities identities;
    private final Sessions sessions;
    private final Roles roles;
    private final Tokens tokens;

    public Grants(Identities identities, Sessions sessions, Roles roles, Tokens tokens) {
        this.identities = identities;
        this.sessions = sessions;
        this.roles = roles;
        this.tokens = tokens;
    }

    /// What a client gets.
    public record Pair(Session session, Secret access, Secret refresh) {}

    public Pair open(Tx tx, Session session) {
        sessions.insert(tx, session);
        return pair(tx, session);
    }

    private Pair pair(Tx tx, Session session) {
        var refresh = RandomToken.fresh();
        sessions.keep(tx, RandomToken.hash(refresh), session.id());
        return new Pair(session, new Secret(access(tx, session)), new Secret(refresh));
    }

    /// The next pair of a session.
    ///
    /// Returns an outcome to be kept: that a stolen token came ends the session, although it is refused.
    public Outcome<Pair> refresh(Tx tx, Secret refresh, String clientId) {
        var hash = RandomToken.hash(refresh.reveal());
        var held = sessions.held(tx, hash).orElse(null);
        if (held == null || !held.session().clientId().equals(clientId) || !held.session().open(tx.now())) {
            return Outcome.refused(NOT_GOOD);
        }
        var session = held.session();
        if (held.usedAt() != null && held.usedAt().plus(TWINS).isBefore(tx.now())) {
            end(tx, session.identityId(), session.id(), "REUSED");
            return Outcome.refused(NOT_GOOD);
        }
        var account = identities.byId(tx, session.identityId()).filter(Account::active).orElse(null);
        if (account == null) {
            return Outcome.refused(NOT_GOOD);
        }
        sessions.used(tx, hash, session.id(), IDLE);
        return Outcome.done(pair(tx, session));
    }

    /// Signs out whoever holds a refresh token.
    public void endByToken(Tx tx, Secret refresh) {
        sessions.held(tx, RandomToken.hash(refresh.reveal()))
                .map(Sessions.Held::session)
                .ifPresent(session -> end(tx, session.identityId(), session.id(), "SIGNED_OUT"));
    }

    /// Answers false when it is over already, or somebody else's.
    public boolean end(Tx tx, UUID identity, UUID session, String reason) {
        if (!sessions.end(tx, identity, session, reason)) {
            return false;
        }
        identities.publish(tx, identity, new SessionRevoked(identity, session, null, reason));
        return true;
    }

    public void endAll(Tx tx, UUID identity, @Nullable UUID but, String reason) {
        if (sessions.endAll(tx, identity, but, reason) > 0) {
            identities.publish(tx, identity, new SessionRevoked(identity, null, true, reason));
        }
    }

    /// An access token of a session, with the roles of this moment.
    private String access(Tx tx, Session session) {
        var account = identities.byId(tx, session.identityId()).orElseThrow();
        var grants = roles.of(tx, account.id());
        var claims = new JWTClaimsSet.Builder()
                .subject(account.id().toString())
                .claim("sid", session.id().toString())
                .claim("client_id", session.clientId())
                .claim("scope", session.scope())
                .claim("auth_time", session.signedInAt().getEpochSecond())
                .claim("amr", List.copyOf(session.methods()))
                .claim("roles", List.copyOf(names(account, grants)));
        var sellers = grants.stream().map(grant -> grant.scope().sellerId()).filter(Objects::nonNull).map(UUID::toString).toList();
        var locations = grants.stream().map(grant -> grant.scope().locationId()).filter(Objects::nonNull).toList();
        if (!sellers.isEmpty()) {
            claims.claim("sellers", sellers);
        }
        if (!locations.isEmpty()) {
            claims.claim("locations", locations);
        }
        return tokens.access(claims, tx.now());
    }

    /// Staff roles need the second factor: without it a token says only who it is.
    private static Set<String> names(Account account, List<Grant> grants) {
        var names = new TreeSet<String>();
        if (account.customerId() != null) {
            names.add(Role.CUSTOMER.name());
        }
        grants.forEach(grant -> names.add(grant.role().name()));
        return names;
    }

    /// A machine's own token; it has no session and is asked for again.
    public Secret machine(Client client, Set<String> wanted, Instant now) {
        return new Secret(tokens.access(
                new JWTClaimsSet.Builder()
                        .subject(client.subject().toString())
                        .claim("client_id", client.id())
                        .claim("scope", String.join(" ", wanted))
                        .claim("roles", List.copyOf(new TreeSet<>(wanted))),
                now));
    }

    /// Says to a client who signed in (OpenID Connect).
    public Secret idToken(Session session, @Nullable String nonce, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .subject(session.identityId().toString())
                .audience(session.clientId())
                .claim("sid", session.id().toString())
                .claim("auth_time", Date.from(session.signedInAt()))
                .claim("amr", List.copyOf(session.methods()));
        return new Secret(tokens.id(nonce == null ? claims : claims.claim("nonce", nonce), now));
    }

    /// A session that begins now.
    public static Session session(
            Tx tx, Account account, String clientId, String scope, Set<String> methods, Instant signedInAt, Origin origin) {
        return new Session(
                tx.newId(), account.id(), clientId, scope, methods, signedInAt, origin.device(), origin.network(), tx.now(),
                tx.now().plus(IDLE), tx.now().plus(LONGEST), null);
    }
}

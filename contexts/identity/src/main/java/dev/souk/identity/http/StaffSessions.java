package dev.souk.identity.http;

import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Sessions;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where members of staff are signed in, for administrators: when and at which client, not from where.
public final class StaffSessions {
    private final Identities identities;
    private final Sessions sessions;

    /// One open session.
    ///
    /// @param methods how it began: `pwd`, `otp`, `mfa`
    public record View(UUID sessionId, String clientId, List<String> methods, Instant signedInAt, Instant lastUsedAt, Instant endsAt) {
        static View of(Sessions.Session session) {
            return new View(
                    session.id(), session.clientId(), session.methods().stream().sorted().toList(), session.signedInAt(),
                    session.lastUsedAt(), session.endsAt());
        }
    }

    public record Open(List<View> items) {}

    public StaffSessions(Identities identities, Sessions sessions) {
        this.identities = identities;
        this.sessions = sessions;
    }

    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/identity/staff/{identityId}/sessions")
                .answers(200, Open.class)
                .roles(Role.ADMIN, Role.AUDITOR)
                .summary("Where a member of staff is signed in, the last used first.")
                .reads(this::open));
    }

    private Answer<Open> open(Call<Void> call, Tx tx) {
        var id = call.pathId("identityId");
        return identities.byId(tx, id).filter(Account::staff).isPresent()
                ? Answer.of(new Open(sessions.open(tx, id).stream().map(View::of).toList()))
                : Answer.refused(Refusal.notFound("IDENTITY_NOT_FOUND", "There is no such member of staff."));
    }
}

package dev.souk.identity.http;

import dev.souk.contracts.identity.AssignRole;
import dev.souk.contracts.identity.DecideRoleRequest;
import dev.souk.contracts.identity.RevokeRole;
import dev.souk.contracts.identity.RevokeSession;
import dev.souk.contracts.identity.Scope;
import dev.souk.identity.Staff;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Roles;
import dev.souk.identity.domain.Grant;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What administrators do: members of staff, roles, machines.
public final class StaffRoutes {
    private static final UUID FIRST = new UUID(0, 0);

    /// What the routes do their work with.
    public record Parts(Identities identities, Roles roles, Staff staff, Vault vault) {}

    private final Parts parts;

    public record InviteRequest(Secret email) {
        public InviteRequest {
            Objects.requireNonNull(email);
        }
    }

    /// @param inviteUrl to be given to the new colleague; good for a day
    public record Invited(UUID identityId, String inviteUrl, Instant expiresAt) {}

    public record RoleRequest(String role, @Nullable UUID sellerId, @Nullable String locationId) {
        public RoleRequest {
            Objects.requireNonNull(role);
        }

        Scope scope() {
            return new Scope(sellerId, locationId);
        }
    }

    /// @param status `ASSIGNED`, or `WAITING` for another administrator under `requestId`
    public record RoleAnswer(String status, @Nullable UUID requestId) {}

    public record RoleView(String role, @Nullable UUID sellerId, @Nullable String locationId) {}

    public record Waiting(List<View> items) {
        public record View(
                UUID requestId, UUID identityId, String role, @Nullable UUID sellerId, @Nullable String locationId,
                String requestedBy, Instant requestedAt) {}
    }

    public record Decision(String decision) {
        public Decision {
            Objects.requireNonNull(decision);
        }
    }

    /// @param email masked
    public record Member(
            UUID identityId, @Nullable String email, boolean active, @Nullable Instant lastSignInAt, List<RoleView> roles) {}

    public record Members(List<Member> items, @Nullable UUID next) {}

    public StaffRoutes(Parts parts) {
        this.parts = parts;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/identity/staff").answers(200, Members.class).roles(Role.ADMIN, Role.AUDITOR)
                        .query(Parameter.id("after", "next of the page before"), Parameter.limit(50, 200))
                        .summary("Members of staff with their roles.").reads(this::members),
                Route.get("/identity/staff/{identityId}").answers(200, Member.class).roles(Role.ADMIN, Role.AUDITOR)
                        .summary("One member of staff with their roles.").reads(this::member),
                Route.post("/identity/staff").body(InviteRequest.class).answers(201, Invited.class).roles(Role.ADMIN)
                        .key(Route.Key.NONE).summary("Makes a login for a new member of staff; the link sets the password.")
                        .writes(this::invite),
                Route.put("/identity/staff/{identityId}/status").body(Decision.class).answers(204, Void.class).roles(Role.ADMIN)
                        .key(Route.Key.NONE).summary("ACTIVE or DISABLED; the sessions of who is disabled end.").writes(this::status),
                Route.delete("/identity/staff/{identityId}/mfa").answers(204, Void.class).roles(Role.ADMIN).key(Route.Key.NONE)
                        .summary("Removes a lost second factor; the next sign-in enrols another.").writes(this::removeFactor),
                Route.post("/identity/identities/{identityId}/roles").body(RoleRequest.class).answers(200, RoleAnswer.class)
                        .roles(Role.ADMIN).key(Route.Key.NONE)
                        .summary("Gives a role; ADMIN, FINANCE and OPERATOR wait for another administrator (202).").writes(this::assign),
                Route.post("/identity/identities/{identityId}/roles/revoke").body(RoleRequest.class).answers(204, Void.class)
                        .roles(Role.ADMIN).key(Route.Key.NONE).summary("Takes a role away; the sessions end.").writes(this::revoke),
                Route.delete("/identity/identities/{identityId}/sessions").answers(204, Void.class).roles(Role.ADMIN)
                        .key(Route.Key.NONE).summary("Ends all sessions of somebody.").writes(this::endSessions),
                Route.get("/identity/role-requests").answers(200, Waiting.class).roles(Role.ADMIN, Role.AUDITOR)
                        .summary("Roles that wait for a second pair of eyes.").reads(this::waiting),
                Route.put("/identity/role-requests/{requestId}").body(Decision.class).answers(204, Void.class).roles(Role.ADMIN)
                        .key(Route.Key.NONE).summary("APPROVE or REJECT; approval by somebody else than who asked.").writes(this::decide));
    }

    private static UUID by(Call<?> call) {
        return Objects.requireNonNull(call.caller().subject());
    }

    private static Answer<Void> none(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var reason) ? Answer.refused(reason) : Answer.nothing();
    }

    private Answer<Members> members(Call<Void> call, Tx tx) {
        var limit = call.limit(50, 200);
        var after = call.query("after").map(StaffRoutes::id).orElse(FIRST);
        var found = parts.identities().staff(tx, after, limit);
        var views = found.stream().map(member -> view(member, tx)).toList();
        return Answer.of(new Members(views, found.size() < limit ? null : found.getLast().id()));
    }

    private Answer<Member> member(Call<Void> call, Tx tx) {
        return parts.identities().member(tx, call.pathId("identityId"))
                .map(found -> Answer.of(view(found, tx)))
                .orElseGet(() -> Answer.refused(Refusal.notFound("IDENTITY_NOT_FOUND", "There is no such member of staff.")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return FIRST;
        }
    }

    private Member view(Identities.Member member, Tx tx) {
        var email = member.email();
        var shown = email == null ? null : parts.vault().open(email, String.class).map(StaffRoutes::masked).orElse(null);
        var roles = parts.roles().of(tx, member.id()).stream().map(StaffRoutes::view).toList();
        return new Member(member.id(), shown, member.active(), member.lastSignInAt(), roles);
    }

    private static String masked(String email) {
        return email.substring(0, 1) + "***" + email.substring(email.indexOf('@'));
    }

    private static RoleView view(Grant grant) {
        return new RoleView(grant.role().name(), grant.scope().sellerId(), grant.scope().locationId());
    }

    private Answer<Invited> invite(Call<InviteRequest> call, Tx tx) {
        return Answer.from(
                parts.staff().invite(tx, call.body().email()),
                invited -> new Invited(invited.identityId(), invited.url().reveal(), invited.expiresAt()));
    }

    private Answer<Void> status(Call<Decision> call, Tx tx) {
        return switch (call.body().decision()) {
            case "ACTIVE" -> none(parts.staff().status(tx, call.pathId("identityId"), true, by(call)));
            case "DISABLED" -> none(parts.staff().status(tx, call.pathId("identityId"), false, by(call)));
            default -> Answer.refused(Refusal.invalid("INVALID_DECISION", "The decision is ACTIVE or DISABLED."));
        };
    }

    private Answer<Void> removeFactor(Call<Void> call, Tx tx) {
        return none(parts.staff().removeFactor(tx, call.pathId("identityId"), by(call)));
    }

    private Answer<RoleAnswer> assign(Call<RoleRequest> call, Tx tx) {
        var command = new AssignRole(call.pathId("identityId"), call.body().role(), call.body().scope(), by(call));
        return switch (call.handle(command)) {
            case Outcome.Refused<AssignRole.Assigned>(var reason) -> Answer.refused(reason);
            case Outcome.Done<AssignRole.Assigned>(var done) -> done.requestId() == null
                    ? Answer.of(new RoleAnswer("ASSIGNED", null))
                    : Answer.of(new RoleAnswer("WAITING", done.requestId())).status(202);
        };
    }

    private Answer<Void> revoke(Call<RoleRequest> call, Tx tx) {
        return none(call.handle(new RevokeRole(call.pathId("identityId"), call.body().role(), call.body().scope(), by(call))));
    }

    private Answer<Void> endSessions(Call<Void> call, Tx tx) {
        return none(call.handle(new RevokeSession(call.pathId("identityId"), null, null, "ADMINISTRATOR")));
    }

    private Answer<Waiting> waiting(Call<Void> call, Tx tx) {
        return Answer.of(new Waiting(parts.roles().waiting(tx).stream()
                .map(some -> new Waiting.View(
                        some.id(), some.grant().identity(), some.grant().role().name(), some.grant().scope().sellerId(),
                        some.grant().scope().locationId(), some.requestedBy(), some.requestedAt()))
                .toList()));
    }

    private Answer<Void> decide(Call<Decision> call, Tx tx) {
        var decision = call.body().decision();
        return decision.equals("APPROVE") || decision.equals("REJECT")
                ? none(call.handle(new DecideRoleRequest(call.pathId("requestId"), decision.equals("APPROVE"), by(call))))
                : Answer.refused(Refusal.invalid("INVALID_DECISION", "The decision is APPROVE or REJECT."));
    }
}

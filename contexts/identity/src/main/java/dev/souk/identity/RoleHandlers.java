package dev.souk.identity;

import dev.souk.contracts.identity.AssignRole;
import dev.souk.contracts.identity.DecideRoleRequest;
import dev.souk.contracts.identity.RevokeRole;
import dev.souk.contracts.identity.RoleAssigned;
import dev.souk.contracts.identity.RoleRevoked;
import dev.souk.contracts.identity.Scope;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Roles;
import dev.souk.identity.domain.Grant;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Role;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grants and their ends. A role that moves money, machines or other roles is granted by two.
final class RoleHandlers {
    private final Identities identities;
    private final Roles roles;
    private final Grants grants;

    RoleHandlers(Identities identities, Roles roles, Grants grants) {
        this.identities = identities;
        this.roles = roles;
        this.grants = grants;
    }

    Outcome<AssignRole.Assigned> assign(AssignRole command, Tx tx) {
        return grant(command.identityId(), command.role(), command.scope(), tx).then(grant -> {
            if (grant.identity().equals(command.by())) {
                return Outcome.refused(Refusal.conflict("FOUR_EYES", "Nobody grants a role to themselves."));
            }
            if (grant.needsFourEyes()) {
                return Outcome.done(new AssignRole.Assigned(roles.ask(tx, grant, command.by().toString())));
            }
            granted(tx, grant, command.by());
            return Outcome.done(new AssignRole.Assigned(null));
        });
    }

    Outcome<Boolean> decide(DecideRoleRequest command, Tx tx) {
        var waiting = roles.waiting(tx, command.requestId()).orElse(null);
        if (waiting == null) {
            return Outcome.refused(Refusal.notFound("ROLE_REQUEST_NOT_FOUND", "No such request waits."));
        }
        if (!command.approve()) {
            roles.decide(tx, waiting.id(), false, command.by().toString());
            return Outcome.done(false);
        }
        return Grant.approved(waiting.grant(), waiting.requestedBy(), command.by()).then(grant -> {
            roles.decide(tx, waiting.id(), true, command.by().toString());
            granted(tx, grant, command.by());
            return Outcome.done(true);
        });
    }

    private void granted(Tx tx, Grant grant, UUID by) {
        if (roles.grant(tx, grant, by.toString())) {
            identities.publish(tx, grant.identity(), new RoleAssigned(grant.identity(), grant.role().name(), grant.scope(), by.toString()));
        }
    }

    Outcome<Boolean> revoke(RevokeRole command, Tx tx) {
        return grant(command.identityId(), command.role(), command.scope(), tx).then(grant -> {
            if (grant.role() == Role.ADMIN && !roles.heldByOthers(tx, Role.ADMIN, grant.identity())) {
                return Outcome.refused(Refusal.conflict("LAST_ADMIN", "There has to be another ADMIN first."));
            }
            if (!roles.revoke(tx, grant)) {
                return Outcome.refused(Refusal.notFound("ROLE_NOT_ASSIGNED", "There is no such role to take away."));
            }
            var by = command.by().toString();
            identities.publish(tx, grant.identity(), new RoleRevoked(grant.identity(), grant.role().name(), grant.scope(), by));
            grants.endAll(tx, grant.identity(), null, "ROLE_REVOKED");
            return Outcome.done(true);
        });
    }

    private Outcome<Grant> grant(UUID identity, String role, @Nullable Scope scope, Tx tx) {
        var known = Arrays.stream(Role.values()).filter(each -> each.name().equals(role)).findFirst();
        if (known.isEmpty()) {
            return Outcome.refused(Refusal.invalid("UNKNOWN_ROLE", "There is no such role."));
        }
        if (identities.locked(tx, identity).isEmpty()) {
            return Outcome.refused(Refusal.notFound("IDENTITY_NOT_FOUND", "There is no such login."));
        }
        return new Grant(identity, known.get(), scope == null ? Scope.NONE : scope).checked();
    }
}

package dev.souk.identity.domain;

import dev.souk.contracts.identity.Scope;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// A role that somebody is to have, and who may say so.
public record Grant(UUID identity, Role role, Scope scope) {
    private static final Set<Role> FOUR_EYES = EnumSet.of(Role.ADMIN, Role.FINANCE, Role.OPERATOR);
    private static final Set<Role> NOBODYS = EnumSet.of(Role.GUEST, Role.SYSTEM, Role.SERVICE, Role.CUSTOMER);

    /// Whether a second administrator has to agree.
    public boolean needsFourEyes() {
        return FOUR_EYES.contains(role);
    }

    /// Whether such a grant makes sense at all.
    public Outcome<Grant> checked() {
        if (NOBODYS.contains(role)) {
            return Outcome.refused(Refusal.invalid("ROLE_NOT_GRANTABLE", role + " is not granted to people."));
        }
        if (role == Role.SELLER && scope.sellerId() == null) {
            return Outcome.refused(Refusal.invalid("SCOPE_REQUIRED", "SELLER needs the sellerId that it is for."));
        }
        if (scope.sellerId() != null && role != Role.SELLER) {
            return Outcome.refused(Refusal.invalid("SCOPE_NOT_ALLOWED", "Only SELLER is limited to a sellerId."));
        }
        if (scope.locationId() != null && role != Role.WAREHOUSE && role != Role.DISPATCHER && role != Role.DRIVER) {
            return Outcome.refused(Refusal.invalid("SCOPE_NOT_ALLOWED", role + " is not limited to a locationId."));
        }
        return Outcome.done(this);
    }

    /// Nobody raises themselves, and nobody approves what they asked for.
    public static Outcome<Grant> approved(Grant grant, String requestedBy, UUID approver) {
        if (requestedBy.equals(approver.toString())) {
            return Outcome.refused(Refusal.conflict("FOUR_EYES", "Somebody else than who asked for it has to approve."));
        }
        if (grant.identity().equals(approver)) {
            return Outcome.refused(Refusal.conflict("FOUR_EYES", "Nobody approves a role of their own."));
        }
        return Outcome.done(grant);
    }
}

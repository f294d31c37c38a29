package dev.souk.identity;

import dev.souk.contracts.identity.AddDemoAccount;
import dev.souk.contracts.identity.AddDemoCustomer;
import dev.souk.contracts.identity.AppointAdministrator;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.identity.IdentityCreated;
import dev.souk.contracts.identity.RoleAssigned;
import dev.souk.contracts.identity.Scope;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Roles;
import dev.souk.identity.domain.Grant;
import dev.souk.identity.domain.LoginName;
import dev.souk.identity.secrets.PasswordHashing;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Role;
import java.util.UUID;

/// The first people of a platform. Two administrators are appointed by whoever runs it; from then on they appoint the
/// others, and none of them alone.
final class Founding {
    private static final String FOUNDER = "founding";
    private static final int ADMINISTRATORS = 2;
    private static final Refusal NO_DEMO =
            new Refusal.Plain(Refusal.Kind.FORBIDDEN, "PRODUCTION", "A production platform has no demo accounts.");

    private final Identities identities;
    private final Roles roles;
    private final Staff staff;
    private final SecondFactor factor;
    private final PasswordHashing hashing;
    private final Vault vault;
    private final boolean production;

    Founding(House house, Vault vault, boolean production) {
        this.identities = house.identities();
        this.roles = house.roles();
        this.staff = house.staff();
        this.factor = house.factor();
        this.hashing = house.hashing();
        this.vault = vault;
        this.production = production;
    }

    Outcome<AppointAdministrator.Appointed> appoint(AppointAdministrator command, Tx tx) {
        roles.alone(tx);
        if (roles.holders(tx, Role.ADMIN) >= ADMINISTRATORS) {
            return Outcome.refused(Refusal.conflict("ADMINISTRATORS_EXIST", "There are two administrators; they appoint the others."));
        }
        return staff.invite(tx, command.email()).then(invited -> {
            grant(tx, invited.identityId(), Role.ADMIN);
            return Outcome.done(new AppointAdministrator.Appointed(invited.identityId(), invited.url(), invited.expiresAt()));
        });
    }

    Outcome<UUID> demo(AddDemoAccount command, Tx tx) {
        if (production) {
            return Outcome.refused(NO_DEMO);
        }
        return hashing.hash(command.password()).then(hash -> {
            var login = LoginName.of(command.email().reveal()).orElseThrow();
            var there = identities.byLogin(tx, vault.blind(login.text()));
            if (there.isPresent()) {
                return Outcome.done(there.get().id());
            }
            var id = tx.newId();
            identities.insert(tx, id, null, vault.blind(login.text()), vault.seal(id, login.text()));
            identities.password(tx, id, hash);
            identities.verified(tx, id);
            factor.enrol(tx, id, command.totp());
            identities.publish(tx, id, new IdentityCreated(id, null));
            command.roles().forEach(role -> grant(tx, id, Role.valueOf(role)));
            return Outcome.done(id);
        });
    }

    Outcome<UUID> customer(AddDemoCustomer command, Tx tx) {
        if (production) {
            return Outcome.refused(NO_DEMO);
        }
        return hashing.hash(command.password()).then(hash -> {
            var id = command.customerId();
            var login = LoginName.of(command.email().reveal()).orElseThrow();
            var email = vault.<String>seal(id, login.text());
            var fresh = identities.insert(tx, id, id, vault.blind(login.text()), email);
            identities.password(tx, id, hash);
            if (fresh) {
                identities.verified(tx, id);
                identities.publish(tx, id, new IdentityCreated(id, id));
                identities.publish(tx, id, new EmailVerified(id, tx.now(), email));
            }
            return Outcome.done(id);
        });
    }

    private void grant(Tx tx, UUID id, Role role) {
        roles.grant(tx, new Grant(id, role, Scope.NONE), FOUNDER);
        identities.publish(tx, id, new RoleAssigned(id, role.name(), Scope.NONE, FOUNDER));
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.customer.UpdateCustomer;
import dev.souk.customer.db.Account;
import dev.souk.customer.db.Customers;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;

/// Changes a profile. A new address waits until its owner has followed the link that identity sends there.
final class UpdateCustomerHandler {
    private final Customers customers;
    private final Profiles profiles;

    UpdateCustomerHandler(Customers customers, Profiles profiles) {
        this.customers = customers;
        this.profiles = profiles;
    }

    Outcome<Long> handle(UpdateCustomer command, Tx tx) {
        return profiles.open(command.customerId(), tx, account -> change(command, account, tx));
    }

    private Outcome<Long> change(UpdateCustomer command, Account account, Tx tx) {
        var expected = command.expectedVersion();
        if (expected != null && expected != account.version()) {
            return Outcome.refused(Refusal.stale(expected, account.version()));
        }
        var id = command.customerId();
        var blind = command.emailBlind();
        boolean sameEmail = blind == null || blind.equals(account.emailBlind());
        var wanted = sameEmail ? without(command) : command;
        var version = customers.update(tx, wanted);
        var email = wanted.email();
        if (email != null) {
            tx.publish(new EmailChangeRequested(id, email, tx.now()), version);
        } else if (blind != null) {
            customers.dropPending(tx, id);
        }
        var fields = fields(command);
        if (!fields.isEmpty()) {
            if (email != null) {
                customers.touch(tx, id);
            }
            profiles.changed(id, fields, tx);
        }
        return Outcome.done(customers.find(tx, id).orElseThrow().version());
    }

    private static UpdateCustomer without(UpdateCustomer c) {
        return new UpdateCustomer(
                c.customerId(), null, null, c.name(), c.phone(), c.locale(), c.cleared(), c.expectedVersion());
    }

    private static List<String> fields(UpdateCustomer c) {
        var fields = new ArrayList<String>();
        if (c.name() != null || c.cleared().contains("NAME")) {
            fields.add("name");
        }
        if (c.phone() != null || c.cleared().contains("PHONE")) {
            fields.add("phone");
        }
        if (c.locale() != null) {
            fields.add("locale");
        }
        return fields;
    }
}

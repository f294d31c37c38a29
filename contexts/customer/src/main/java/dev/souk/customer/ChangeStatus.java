package dev.souk.customer;

import dev.souk.contracts.customer.CloseCustomer;
import dev.souk.contracts.customer.ReactivateCustomer;
import dev.souk.contracts.customer.SuspendCustomer;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Suspends, reactivates and closes accounts. Identity ends the sessions when it hears of it.
final class ChangeStatus {
    private final Customers customers;
    private final Profiles profiles;

    ChangeStatus(Customers customers, Profiles profiles) {
        this.customers = customers;
        this.profiles = profiles;
    }

    Outcome<String> suspend(SuspendCustomer command, Tx tx) {
        return move(command.customerId(), Status.SUSPENDED, command.reason(), tx);
    }

    Outcome<String> reactivate(ReactivateCustomer command, Tx tx) {
        return move(command.customerId(), Status.ACTIVE, command.reason(), tx);
    }

    Outcome<String> close(CloseCustomer command, Tx tx) {
        return move(command.customerId(), Status.CLOSED, command.reason(), tx);
    }

    private Outcome<String> move(UUID id, Status next, String reason, Tx tx) {
        var account = customers.lock(tx, id).orElse(null);
        if (account == null || account.status() == Status.ERASED) {
            return Outcome.refused(new CustomerRefusal.UnknownCustomer());
        }
        if (account.status() == next) {
            return Outcome.done(next.name());
        }
        if (!account.status().becomes(next)) {
            return Outcome.refused(new CustomerRefusal.ImpossibleStatus(account.status(), next));
        }
        profiles.moved(id, account.status(), next, reason, customers.status(tx, id, next), tx);
        return Outcome.done(next.name());
    }
}

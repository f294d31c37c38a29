package dev.souk.customer;

import dev.souk.contracts.customer.CancelErasure;
import dev.souk.contracts.customer.ErasureCancelled;
import dev.souk.contracts.customer.ErasureRequested;
import dev.souk.contracts.customer.RequestErasure;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Kind;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

/// Takes the wish to be forgotten, and takes it back. It is never refused because of orders: it waits for them.
final class RequestErasureHandler {
    static final String CONFIRMATION = "ERASE";

    private final SubjectRequests requests;
    private final Subjects subjects;
    private final Duration coolingOff;

    RequestErasureHandler(SubjectRequests requests, Subjects subjects, Duration coolingOff) {
        this.requests = requests;
        this.subjects = subjects;
        this.coolingOff = coolingOff;
    }

    Outcome<UUID> handle(RequestErasure command, Tx tx) {
        return command.confirm().equals(CONFIRMATION)
                ? subjects.known(command.customerId(), tx).then(customer -> ask(command.requestId(), customer, tx))
                : Outcome.refused(new CustomerRefusal.ErasureNotConfirmed());
    }

    private Outcome<UUID> ask(UUID id, UUID customer, Tx tx) {
        var open = requests.open(tx, customer, Kind.ERASURE);
        if (open.isPresent()) {
            return Outcome.done(open.get().requestId());
        }
        var at = tx.now().plus(coolingOff);
        var due = tx.now().atZone(ZoneOffset.UTC).toLocalDate().plusMonths(1);
        var request = new Request(
                id, customer, Kind.ERASURE, State.COOLING_OFF, tx.now(), due, at, null, null, null, null, null, null, null, 1);
        if (!requests.insert(tx, request, tx.cause().actor().kind().name(), at)) {
            return Outcome.refused(new CustomerRefusal.RequestIdTaken());
        }
        tx.publish(new ErasureRequested(id, customer, at), 1);
        return Outcome.done(id);
    }

    Outcome<UUID> cancel(CancelErasure command, Tx tx) {
        var request = requests.lock(tx, command.requestId())
                .filter(r -> r.customerId().equals(command.customerId()) && r.kind() == Kind.ERASURE)
                .orElse(null);
        if (request == null) {
            return Outcome.refused(new CustomerRefusal.UnknownRequest());
        }
        return switch (request.state()) {
            case CANCELLED -> Outcome.done(request.requestId());
            case COOLING_OFF, WAITING -> {
                var version = requests.move(tx, request.requestId(), State.CANCELLED, null);
                tx.publish(new ErasureCancelled(request.requestId(), request.customerId()), version);
                yield Outcome.done(request.requestId());
            }
            default -> Outcome.refused(new CustomerRefusal.RequestNotOpen(request.state().name()));
        };
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.RequestDataExport;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Kind;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Asks every context for what it holds about a person. One request at a time.
final class RequestDataExportHandler {
    private final SubjectRequests requests;
    private final RequestParts parts;
    private final Subjects subjects;
    private final List<String> contexts;

    RequestDataExportHandler(SubjectRequests requests, RequestParts parts, Subjects subjects, List<String> contexts) {
        this.requests = requests;
        this.parts = parts;
        this.subjects = subjects;
        this.contexts = contexts;
    }

    Outcome<UUID> handle(RequestDataExport command, Tx tx) {
        return subjects.known(command.customerId(), tx).then(customer -> ask(command.requestId(), customer, tx));
    }

    private Outcome<UUID> ask(UUID id, UUID customer, Tx tx) {
        var open = requests.open(tx, customer, Kind.EXPORT);
        if (open.isPresent()) {
            return Outcome.done(open.get().requestId());
        }
        var due = tx.now().atZone(ZoneOffset.UTC).toLocalDate().plusMonths(1);
        var request = new Request(
                id, customer, Kind.EXPORT, State.COLLECTING, tx.now(), due, null, null, null, null, null, null, null, null, 1);
        if (!requests.insert(tx, request, tx.cause().actor().kind().name(), null)) {
            return requests.find(tx, id)
                    .filter(r -> r.customerId().equals(customer) && r.kind() == Kind.EXPORT)
                    .<Outcome<UUID>>map(r -> Outcome.done(r.requestId()))
                    .orElseGet(() -> Outcome.refused(new CustomerRefusal.RequestIdTaken()));
        }
        var ids = subjects.of(customer, tx);
        parts.expect(tx, id, ids, contexts);
        for (int i = 0; i < ids.size(); i++) {
            tx.publish(new DataExportRequested(id, ids.get(i), due), i == 0 ? 1 : requests.touch(tx, id));
        }
        return Outcome.done(id);
    }
}

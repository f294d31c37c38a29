package dev.souk.customer;

import dev.souk.contracts.customer.GetSubjectRequest;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How far requests have come.
final class SubjectRequestQuery {
    private final SubjectRequests requests;
    private final RequestParts parts;

    SubjectRequestQuery(SubjectRequests requests, RequestParts parts) {
        this.requests = requests;
        this.parts = parts;
    }

    Optional<GetSubjectRequest.Request> answer(GetSubjectRequest query, Tx tx) {
        return requests.find(tx, query.requestId()).map(request -> shown(request, tx));
    }

    List<GetSubjectRequest.Request> of(UUID customer, Tx tx) {
        return requests.of(tx, customer).stream().map(request -> shown(request, tx)).toList();
    }

    List<GetSubjectRequest.Request> unfinished(int limit, Tx tx) {
        return requests.unfinished(tx, limit).stream().map(request -> shown(request, tx)).toList();
    }

    List<GetSubjectRequest.Request> in(SubjectRequests.State state, int limit, Tx tx) {
        return requests.in(tx, state, limit).stream().map(request -> shown(request, tx)).toList();
    }

    private GetSubjectRequest.Request shown(Request r, Tx tx) {
        return new GetSubjectRequest.Request(
                r.requestId(), r.customerId(), r.kind().name(),
                r.state() == SubjectRequests.State.FORGETTING ? "ERASING" : r.state().name(), r.requestedAt(), r.dueBy(),
                r.executeAfter(), r.completedAt(), r.sha256(), r.expiresAt(), r.alarmedAt() != null,
                parts.of(tx, r.requestId()).stream().map(SubjectRequestQuery::part).toList());
    }

    private static GetSubjectRequest.Part part(RequestParts.Part p) {
        return new GetSubjectRequest.Part(
                p.context(), p.answeredAt() != null, p.records(), p.deleted(), p.pseudonymised(), p.retained(), p.retentionBasis());
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.SubjectRequestOverdue;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.RequestParts.Part;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says that a request takes too long, once, while there is still time before the legal limit.
final class AlarmOverdueRequests {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmOverdueRequests.class);

    private final SubjectRequests requests;
    private final RequestParts parts;
    private final Duration after;

    AlarmOverdueRequests(SubjectRequests requests, RequestParts parts, Duration after) {
        this.requests = requests;
        this.parts = parts;
        this.after = after;
    }

    int run(Tx tx) {
        var late = requests.overdue(tx, tx.now().minus(after), 100);
        for (var request : late) {
            var missing = parts.of(tx, request.requestId()).stream()
                    .filter(part -> part.answeredAt() == null)
                    .map(Part::context)
                    .distinct()
                    .toList();
            LOG.error(
                    "request {} ({}) of {} is overdue in state {}, missing {}", request.requestId(), request.kind(),
                    request.requestedAt(), request.state(), missing);
            tx.publish(
                    new SubjectRequestOverdue(
                            request.requestId(), request.customerId(), request.kind().name(), request.requestedAt(),
                            request.dueBy(), missing),
                    requests.alarmed(tx, request.requestId()));
        }
        return late.size();
    }
}

package dev.souk.customer;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.customer.domain.Canaries;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes requests a step further when their time has come. Each step is a transaction of its own and may be repeated:
/// what could be looked for later is kept first, under a key of its own; then the person's key is destroyed; then
/// everybody is told.
final class CarryOutRequests {
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final SubjectRequests requests;
    private final RequestParts parts;
    private final Subjects subjects;
    private final Customers customers;
    private final Guests guests;
    private final OrderSummaries summaries;
    private final Profiles profiles;
    private final Vault vault;
    private final Rules rules;
    private final AddressBook book = new AddressBook();

    /// @param limit when an erasure happens even though orders are open
    /// @param contexts who has to answer
    record Rules(Duration limit, List<String> contexts) {}

    CarryOutRequests(
            SubjectRequests requests, RequestParts parts, Subjects subjects, Customers customers, Guests guests,
            OrderSummaries summaries, Profiles profiles, Vault vault, Rules rules) {
        this.requests = requests;
        this.parts = parts;
        this.subjects = subjects;
        this.customers = customers;
        this.guests = guests;
        this.summaries = summaries;
        this.profiles = profiles;
        this.vault = vault;
        this.rules = rules;
    }

    int run(Tx tx) {
        var due = requests.due(tx, 20);
        due.forEach(request -> step(request, tx));
        return due.size();
    }

    private void step(Request request, Tx tx) {
        switch (request.state()) {
            case COOLING_OFF, WAITING -> begin(request, tx);
            case FORGETTING -> forget(request, tx);
            case READY -> requests.expire(tx, request.requestId());
            case COLLECTING, EXPIRED, ERASING, SCANNING, COMPLETED, CANCELLED ->
                requests.move(tx, request.requestId(), request.state(), null);
        }
    }

    private void begin(Request request, Tx tx) {
        var id = request.requestId();
        var all = subjects.of(request.customerId(), tx);
        var limit = request.requestedAt().plus(rules.limit());
        if (tx.now().isBefore(limit) && summaries.anyOpen(tx, all)) {
            var next = tx.now().plus(LOOK_AGAIN);
            requests.move(tx, id, State.WAITING, next.isBefore(limit) ? next : limit);
            return;
        }
        var key = vault.newcomer();
        requests.forget(tx, id, key, vault.seal(key, canaries(all, tx).json()));
    }

    private Sought canaries(List<UUID> all, Tx tx) {
        var found = new Canaries();
        for (var id : all) {
            customers.find(tx, id).ifPresent(account -> {
                found.email(clear(account.email()));
                found.email(clear(account.pendingEmail()));
                found.name(clear(account.name()));
                found.phone(clear(account.phone()));
            });
            found.email(clear(guests.email(tx, id)));
            for (var entry : book.of(tx, id)) {
                vault.open(entry.address(), Address.class).ifPresent(a -> {
                    found.name(a.recipientName());
                    found.address(a.line1(), a.postalCode(), a.city());
                    found.phone(a.phone());
                });
            }
        }
        return new Sought(found.own(), found.names());
    }

    private @Nullable String clear(@Nullable Sealed<String> sealed) {
        return sealed == null ? null : vault.open(sealed, String.class).orElse(null);
    }

    private void forget(Request request, Tx tx) {
        var id = request.requestId();
        var all = subjects.of(request.customerId(), tx);
        all.forEach(vault::destroy);
        parts.expect(tx, id, all, rules.contexts());
        requests.move(tx, id, State.ERASING, null);
        for (var subject : all) {
            customers.lock(tx, subject).filter(a -> a.status() != Status.ERASED).ifPresent(account -> profiles.moved(
                    subject, account.status(), Status.ERASED, "erased", customers.erase(tx, subject), tx));
            tx.publish(new CustomerErased(id, subject, subject.toString(), tx.now()), requests.touch(tx, id));
        }
    }

    /// A context has done its part; after the last one nothing must be left to be found.
    void answered(ErasurePartCompleted event, Tx tx) {
        var request = requests.lock(tx, event.requestId()).orElse(null);
        if (request != null
                && request.state() == State.ERASING
                && parts.answered(tx, event)
                && parts.allIn(tx, request.requestId())) {
            requests.move(tx, request.requestId(), State.SCANNING, tx.now());
        }
    }
}

package dev.souk.customer;

import dev.souk.contracts.customer.ErasureCompleted;
import dev.souk.customer.db.Json;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.RequestParts.Part;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last step of an erasure: nothing of the person may be found any more; then it is certified, and what was looked
/// for is destroyed too.
final class FinishErasures {
    private static final Logger LOG = LoggerFactory.getLogger(FinishErasures.class);
    private static final Duration AGAIN = Duration.ofHours(1);
    /// No personal value ever comes there.
    private static final String CATALOGUE = "product.";

    private final SubjectRequests requests;
    private final RequestParts parts;
    private final Vault vault;
    private final Traces traces;

    /// Where one of some traces is still to be read.
    @FunctionalInterface
    interface Traces {
        List<String> find(Collection<Trace> traces, Tx tx);
    }

    FinishErasures(SubjectRequests requests, RequestParts parts, Vault vault, Traces traces) {
        this.requests = requests;
        this.parts = parts;
        this.vault = vault;
        this.traces = traces;
    }

    int run(Tx tx) {
        var request = requests.toScan(tx, tx.now()).orElse(null);
        if (request == null) {
            return 0;
        }
        var look = look(sought(request), tx);
        if (requests.lock(tx, request.requestId()).filter(r -> r.state() == State.SCANNING).isEmpty()) {
            return 1;
        }
        if (look.places().isEmpty()) {
            certify(request, look, tx);
        } else {
            LOG.error("erasure {}: the person can still be read in {}", request.requestId(), look.places());
            requests.move(tx, request.requestId(), State.SCANNING, tx.now().plus(AGAIN));
        }
        return 1;
    }

    private Sought sought(Request request) {
        var sealed = request.canaries();
        return sealed == null ? Sought.NOTHING : vault.open(sealed, String.class).map(Sought::of).orElse(Sought.NOTHING);
    }

    /// What a search came to.
    ///
    /// @param values that were looked for
    /// @param common names that the catalogue uses too, and that therefore say nothing
    private record Look(List<String> places, int values, int common) {}

    private Look look(Sought sought, Tx tx) {
        var places = new ArrayList<>(traces.find(sought.traces(), tx));
        var names = sought.names().stream().map(Trace::of).toList();
        int common = 0;
        if (!traces.find(names, tx).isEmpty()) {
            for (var name : names) {
                var found = traces.find(List.of(name), tx);
                if (found.stream().anyMatch(place -> place.startsWith(CATALOGUE))) {
                    common++;
                } else {
                    places.addAll(found);
                }
            }
        }
        return new Look(List.copyOf(places), sought.own().size() + names.size() - common, common);
    }

    private void certify(Request request, Look look, Tx tx) {
        var id = request.requestId();
        var answered = parts.of(tx, id);
        var certificate = certificate(request, answered, look, tx);
        var sha256 = Digests.sha256(certificate);
        var version = requests.certified(tx, id, certificate, sha256);
        tx.publish(new ErasureCompleted(id, answered.size(), sha256, tx.now()), version);
        var key = request.canaryKey();
        if (key != null) {
            vault.destroy(key);
        }
    }

    private static String certificate(Request request, List<Part> parts, Look look, Tx tx) {
        var root = Json.MAPPER.createObjectNode();
        root.put("requestId", request.requestId().toString());
        root.put("subject", request.customerId().toString());
        root.put("requestedAt", request.requestedAt().toString());
        root.put("completedAt", tx.now().toString());
        root.put("personalKey", "destroyed");
        root.put("valuesLookedFor", look.values());
        root.put("namesOfTheCatalogue", look.common());
        root.put("valuesFound", 0);
        var all = root.putArray("parts");
        for (var part : parts) {
            var one = all.addObject();
            one.put("context", part.context());
            one.put("subject", part.subjectId().toString());
            one.put("deleted", part.deleted());
            one.put("pseudonymised", part.pseudonymised());
            one.put("retained", part.retained());
            one.put("retentionBasis", part.retentionBasis());
            one.put("digest", part.sha256());
        }
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}

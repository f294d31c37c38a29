package dev.souk.customer;

import dev.souk.contracts.customer.DataExportCompleted;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the parts of a copy together once all are there. The package is kept sealed like everything else of the person.
final class AssembleExport {
    private static final Logger LOG = LoggerFactory.getLogger(AssembleExport.class);

    private final SubjectRequests requests;
    private final RequestParts parts;
    private final Vault vault;
    private final Duration kept;

    AssembleExport(SubjectRequests requests, RequestParts parts, Vault vault, Duration kept) {
        this.requests = requests;
        this.parts = parts;
        this.vault = vault;
        this.kept = kept;
    }

    void react(DataExportPartReady event, Tx tx) {
        var request = requests.lock(tx, event.requestId()).orElse(null);
        if (request == null || request.state() != State.COLLECTING || !parts.answered(tx, event)) {
            return;
        }
        if (parts.allIn(tx, request.requestId())) {
            assemble(request, tx);
        }
    }

    private void assemble(Request request, Tx tx) {
        var id = request.requestId();
        var opened = new ArrayList<ExportPackage.Part>();
        for (var part : parts.of(tx, id)) {
            var sealed = part.part();
            var json = sealed == null ? null : vault.open(sealed, String.class).orElse(null);
            if (json == null || !Digests.sha256(json).equals(part.sha256())) {
                LOG.error("request {}: the part of {} cannot be read", id, part.context());
                requests.expire(tx, id);
                return;
            }
            opened.add(new ExportPackage.Part(part.context(), part.subjectId(), part.records(), json));
        }
        try {
            var zip = ExportPackage.zip(request.customerId(), id, tx.now(), opened);
            var sha256 = Digests.sha256(zip);
            var until = tx.now().plus(kept);
            var sealed = vault.seal(request.customerId(), Base64.getEncoder().encodeToString(zip));
            parts.drop(tx, id);
            var version = requests.ready(tx, id, sealed, sha256, until);
            tx.publish(new DataExportCompleted(id, request.customerId(), sha256, until), version);
        } catch (Vault.SubjectErased e) {
            requests.expire(tx, id);
        }
    }
}

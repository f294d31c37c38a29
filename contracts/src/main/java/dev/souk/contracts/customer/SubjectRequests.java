package dev.souk.contracts.customer;

import dev.souk.contracts.customer.PersonalRecords.Forgotten;
import dev.souk.platform.messaging.Access;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets a context answer when somebody wants a copy of their data, or to be forgotten: with its own records, with who on
/// the staff has seen them, and without the answers that it keeps for repeats.
public final class SubjectRequests {
    private final String context;
    private final PersonalRecords records;
    private final Vault vault;
    private final Function<Object, String> json;

    private SubjectRequests(String context, PersonalRecords records, Vault vault, Function<Object, String> json) {
        this.context = context;
        this.records = records;
        this.vault = vault;
        this.json = json;
    }

    /// Somebody on the staff saw something of the person.
    private record Seen(Instant at, String by, String roles, String what, String where, @Nullable String purpose) {}

    /// Declares it all on a context's door plate.
    public static void answer(Wiring on, String context, PersonalRecords records) {
        var requests = new SubjectRequests(context, records, on.vault(), on::json);
        on.react(DataExportRequested.class, requests::export)
                .react(CustomerErased.class, requests::erase)
                .publishes(List.of(DataExportPartReady.class, ErasurePartCompleted.class));
    }

    private void export(DataExportRequested event, Tx tx) {
        var person = event.customerId();
        var lists = new LinkedHashMap<String, List<?>>(records.about(person, tx));
        lists.put("staffAccess", tx.accesses(person).stream().map(this::seen).toList());
        int count = lists.values().stream().mapToInt(List::size).sum();
        var text = json.apply(lists);
        try {
            var part = vault.seal(person, text);
            tx.publish(
                    new DataExportPartReady(event.requestId(), person, context, count, sha256(text), part), tx.rising());
        } catch (Vault.SubjectErased _) {
            // forgotten meanwhile: there is nothing to copy, and the request ends with the erasure
        }
    }

    private Seen seen(Access access) {
        var purpose = access.purpose();
        return new Seen(
                access.at(), access.actorId(), access.roles(), access.action(), access.target(),
                purpose == null ? null : vault.open(purpose, String.class).orElse(null));
    }

    private void erase(CustomerErased event, Tx tx) {
        var person = event.customerId();
        var done = records.forget(person, tx);
        int answers = tx.forgetAnswers(person);
        tx.publish(
                new ErasurePartCompleted(
                        event.requestId(), person, context, done.deleted() + answers, done.pseudonymised(),
                        done.retained(), done.basis(), digest(event.requestId(), person, done)),
                tx.rising());
    }

    private String digest(UUID request, UUID person, Forgotten done) {
        return sha256(request + " " + person + " " + context + " " + done.deleted() + " " + done.pseudonymised() + " "
                + done.retained());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.souk.customer.http;

import dev.souk.contracts.customer.CancelErasure;
import dev.souk.contracts.customer.GetSubjectRequest;
import dev.souk.contracts.customer.RequestDataExport;
import dev.souk.contracts.customer.RequestErasure;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.SubjectRequests.Kind;
import dev.souk.customer.db.SubjectRequests.Request;
import dev.souk.customer.db.SubjectRequests.State;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people ask about their data.
public final class SubjectRoutes {
    private static final String ONE = "/customers/{customerId}";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String[] STATES = Arrays.stream(State.values()).map(Enum::name).toArray(String[]::new);

    private final Asked asked;
    private final SubjectRequests requests;
    private final Vault vault;

    /// How far requests have come.
    public interface Asked {
        Optional<GetSubjectRequest.Request> one(UUID requestId, Tx tx);

        List<GetSubjectRequest.Request> of(UUID customer, Tx tx);

        List<GetSubjectRequest.Request> unfinished(int limit, Tx tx);

        List<GetSubjectRequest.Request> in(State state, int limit, Tx tx);
    }

    public record RequestList(List<GetSubjectRequest.Request> requests) {}

    SubjectRoutes(Asked asked, SubjectRequests requests, Vault vault) {
        this.asked = asked;
        this.requests = requests;
        this.vault = vault;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post(ONE + "/exports")
                        .roles(Role.CUSTOMER, Role.PRIVACY_OFFICER)
                        .body(Requests.Export.class)
                        .answers(202, GetSubjectRequest.Request.class)
                        .summary("Ask for a copy of everything held about a person; needs a fresh sign-in")
                        .writes((call, tx) -> fresh(call, tx, id -> export(call, id, tx))),
                Route.post(ONE + "/erasure")
                        .roles(Role.CUSTOMER, Role.PRIVACY_OFFICER)
                        .body(Requests.Erase.class)
                        .answers(202, GetSubjectRequest.Request.class)
                        .summary("Ask to be forgotten; needs a fresh sign-in, can be cancelled for a time")
                        .writes((call, tx) -> fresh(call, tx, id -> erase(call, id, tx))),
                Route.get(ONE + "/requests")
                        .roles(Role.CUSTOMER, Role.PRIVACY_OFFICER)
                        .answers(200, RequestList.class)
                        .summary("Copies and erasures that were asked for, newest first")
                        .reads((call, tx) -> Whose.orStaff(
                                call, id -> Answer.of(new RequestList(asked.of(id, tx))), Role.PRIVACY_OFFICER)),
                Route.get(ONE + "/requests/{requestId}")
                        .roles(Role.CUSTOMER, Role.PRIVACY_OFFICER)
                        .answers(200, GetSubjectRequest.Request.class)
                        .summary("How far a request has come, context by context")
                        .reads((call, tx) -> Whose.orStaff(
                                call,
                                id -> of(call, id, tx).map(r -> shown(r.requestId(), tx)).orElseGet(SubjectRoutes::unknown),
                                Role.PRIVACY_OFFICER)),
                Route.post(ONE + "/requests/{requestId}/cancel")
                        .roles(Role.CUSTOMER, Role.PRIVACY_OFFICER)
                        .answers(200, GetSubjectRequest.Request.class)
                        .summary("Call an erasure off before it is carried out")
                        .writes((call, tx) -> Whose.orStaff(
                                call,
                                id -> done(call.handle(new CancelErasure(call.pathId("requestId"), id)), tx),
                                Role.PRIVACY_OFFICER)),
                Route.get(ONE + "/requests/{requestId}/package")
                        .roles(Role.CUSTOMER)
                        .answers(200, byte[].class)
                        .summary("The copy as a zip, for seven days; needs a fresh sign-in")
                        .reads((call, tx) -> fresh(call, tx, id -> download(call, id, tx))),
                Route.get("/subject-requests")
                        .roles(Role.PRIVACY_OFFICER, Role.AUDITOR)
                        .answers(200, RequestList.class)
                        .query(
                                Parameter.oneOf("state", "only those in it, newest first", STATES),
                                Parameter.limit(50, 200))
                        .summary("Requests that have not ended, oldest first; COMPLETED are the erasures with a certificate")
                        .reads(this::list),
                Route.get("/subject-requests/{requestId}")
                        .roles(Role.PRIVACY_OFFICER, Role.AUDITOR)
                        .answers(200, GetSubjectRequest.Request.class)
                        .summary("One request, also of somebody who is erased")
                        .reads((call, tx) -> shown(call.pathId("requestId"), tx)),
                Route.get("/subject-requests/{requestId}/certificate")
                        .roles(Role.PRIVACY_OFFICER, Role.AUDITOR)
                        .answers(200, byte[].class)
                        .summary("The certificate of an erasure, as it was hashed")
                        .reads(this::certificate));
    }

    private Answer<RequestList> list(Call<Void> call, Tx tx) {
        int limit = call.limit(50, 200);
        var state = call.query("state").orElse(null);
        if (state == null) {
            return Answer.of(new RequestList(asked.unfinished(limit, tx)));
        }
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(known -> Answer.of(new RequestList(asked.in(known, limit, tx))))
                .orElseGet(() -> Answer.refused(
                        Refusal.invalid("INVALID_STATE", "state is one of " + String.join(", ", STATES) + ".")));
    }

    /// A customer has to have signed in just now; an officer acts for somebody whose identity was checked otherwise.
    private static <A> Answer<A> fresh(Call<?> call, Tx tx, Function<UUID, Answer<A>> then) {
        return Whose.orStaff(
                call,
                id -> Whose.own(call, id) && !call.caller().signedInSince(tx.now().minus(FRESH))
                        ? Answer.refused(new CustomerRefusal.SignInAgain())
                        : then.apply(id),
                Role.PRIVACY_OFFICER);
    }

    private Answer<GetSubjectRequest.Request> export(Call<Requests.Export> call, UUID id, Tx tx) {
        return done(call.handle(new RequestDataExport(given(call.body().requestId(), tx), id)), tx);
    }

    private Answer<GetSubjectRequest.Request> erase(Call<Requests.Erase> call, UUID id, Tx tx) {
        var confirm = call.body().confirm();
        return done(
                call.handle(new RequestErasure(given(call.body().requestId(), tx), id, confirm == null ? "" : confirm)), tx);
    }

    private static UUID given(@Nullable UUID id, Tx tx) {
        return id == null ? tx.newId() : id;
    }

    private Answer<GetSubjectRequest.Request> done(Outcome<UUID> outcome, Tx tx) {
        return switch (outcome) {
            case Outcome.Done<UUID>(var id) -> shown(id, tx);
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<GetSubjectRequest.Request> shown(UUID request, Tx tx) {
        return asked.one(request, tx).map(Answer::of).orElseGet(SubjectRoutes::unknown);
    }

    private static <A> Answer<A> unknown() {
        return Answer.refused(new CustomerRefusal.UnknownRequest());
    }

    private Optional<Request> of(Call<?> call, UUID customer, Tx tx) {
        return requests.find(tx, call.pathId("requestId")).filter(r -> r.customerId().equals(customer));
    }

    private Answer<byte[]> download(Call<?> call, UUID customer, Tx tx) {
        var request = of(call, customer, tx).filter(r -> r.kind() == Kind.EXPORT).orElse(null);
        if (request == null) {
            return unknown();
        }
        var document = request.document();
        if (request.state() != State.READY || document == null) {
            return Answer.refused(new CustomerRefusal.RequestNotOpen(request.state().name()));
        }
        return vault.open(new Sealed<String>(document), String.class)
                .map(zip -> Answer.of(Base64.getDecoder().decode(zip))
                        .header("Content-Type", "application/zip")
                        .header("Content-Disposition", "attachment; filename=\"my-data.zip\""))
                .orElseGet(SubjectRoutes::unknown);
    }

    private Answer<byte[]> certificate(Call<Void> call, Tx tx) {
        return requests.find(tx, call.pathId("requestId"))
                .filter(r -> r.kind() == Kind.ERASURE && r.state() == State.COMPLETED)
                .map(Request::document)
                .map(text -> Answer.of(text.getBytes(StandardCharsets.UTF_8)).header("Content-Type", "application/json"))
                .orElseGet(SubjectRoutes::unknown);
    }
}

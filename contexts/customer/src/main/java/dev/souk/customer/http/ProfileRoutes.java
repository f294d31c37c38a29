package dev.souk.customer.http;

import static dev.souk.customer.http.Whose.READERS;

import dev.souk.contracts.customer.CloseCustomer;
import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.GetCustomer.Customer;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.contracts.customer.ReactivateCustomer;
import dev.souk.contracts.customer.RecordConsent;
import dev.souk.contracts.customer.SuspendCustomer;
import dev.souk.contracts.customer.UpdateCustomer;
import dev.souk.contracts.customer.UpdateCustomerPreferences;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Email;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Command;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Profiles, preferences, consents and the state of accounts.
final class ProfileRoutes {
    private static final String ONE = "/customers/{customerId}";

    private final Reads reads;
    private final Vault vault;

    ProfileRoutes(Reads reads, Vault vault) {
        this.reads = reads;
        this.vault = vault;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/customers")
                        .roles(Role.SUPPORT, Role.PRIVACY_OFFICER, Role.ADMIN)
                        .answers(200, ListCustomers.Page.class)
                        .query(Parameter.text("q", "a whole e-mail address, or an id"),
                                Parameter.oneOf("status", "only these", "ACTIVE", "SUSPENDED", "CLOSED", "ERASED"),
                                Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(25, 100))
                        .summary("Customers, newest first")
                        .reads(this::list),
                Route.get(ONE)
                        .roles(Role.CUSTOMER, READERS)
                        .answers(200, Customer.class)
                        .personal()
                        .summary("A profile; me is the caller's own; staff sees it masked, or says what for")
                        .reads((call, tx) -> Whose.orStaff(call, id -> shown(call, id, tx), READERS)),
                Route.patch(ONE)
                        .roles(Role.CUSTOMER, Role.SUPPORT)
                        .body(Requests.Update.class)
                        .answers(200, Customer.class)
                        .summary("Change a profile; a new e-mail address counts once it is verified")
                        .writes((call, tx) -> Whose.orStaff(call, id -> update(call, id, tx), Role.SUPPORT)),
                Route.patch(ONE + "/preferences")
                        .roles(Role.CUSTOMER)
                        .body(Requests.ChangedPreferences.class)
                        .answers(200, Customer.class)
                        .summary("Language, currency, and by which channels notices come")
                        .writes((call, tx) -> Whose.orStaff(call, id -> prefer(call, id, tx))),
                Route.post(ONE + "/consents")
                        .roles(Role.CUSTOMER)
                        .body(Requests.Agreed.class)
                        .answers(200, Customer.class)
                        .summary("Agree to a purpose, or withdraw")
                        .writes((call, tx) -> Whose.orStaff(call, id -> agree(call, id, tx))),
                status("suspend", "Stop a customer from signing in", SuspendCustomer::new),
                status("reactivate", "Let a suspended customer in again", ReactivateCustomer::new),
                status("close", "End an account", CloseCustomer::new));
    }

    @FunctionalInterface
    private interface Becoming {
        Command<String> command(UUID customer, String reason);
    }

    private Route<?, ?> status(String verb, String summary, Becoming becoming) {
        return Route.post(ONE + "/" + verb)
                .roles(Role.SUPPORT, Role.ADMIN)
                .body(Requests.Because.class)
                .answers(200, Customer.class)
                .summary(summary)
                .writes((call, tx) -> {
                    var problem = call.body().problem();
                    var id = call.pathId(Whose.ID);
                    return problem != null
                            ? Answer.refused(problem)
                            : done(call, call.handle(becoming.command(id, String.valueOf(call.body().reason()))), id, tx);
                });
    }

    private Answer<ListCustomers.Page> list(Call<Void> call, Tx tx) {
        var status = call.query("status").orElse(null);
        if (status != null && List.of(Status.values()).stream().noneMatch(s -> s.name().equals(status))) {
            return Answer.refused(
                    Refusal.invalid("INVALID_STATUS", "status is ACTIVE, SUSPENDED, CLOSED or ERASED."));
        }
        try {
            return Answer.of(Masked.page(reads.list().answer(
                    new ListCustomers(
                            call.query("q").filter(q -> !q.isBlank()).orElse(null), status,
                            call.query("cursor").orElse(null), call.limit(25, 100)),
                    tx)));
        } catch (IllegalArgumentException e) {
            return Answer.refused(Refusal.invalid("INVALID_CURSOR", "cursor must be the nextCursor of a page."));
        }
    }

    private Answer<Customer> shown(Call<?> call, UUID id, Tx tx) {
        return reads.customer().answer(new GetCustomer(id), tx)
                .map(c -> Answer.of(call.unmasked(id) ? c : Masked.customer(c)).version(c.version()))
                .orElseGet(() -> Answer.refused(new CustomerRefusal.UnknownCustomer()));
    }

    private Answer<Customer> done(Call<?> call, Outcome<?> outcome, UUID id, Tx tx) {
        return outcome instanceof Outcome.Refused<?>(var reason) ? Answer.refused(reason) : shown(call, id, tx);
    }

    private Answer<Customer> update(Call<Requests.Update> call, UUID id, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        if (body.status() != null) {
            return restate(call, id, tx);
        }
        var expected = call.ifMatch().orElse(body.expectedVersion());
        var email = body.email() == null ? null : Email.normal(body.email());
        var cleared = new ArrayList<String>();
        if ("".equals(body.name())) {
            cleared.add("NAME");
        }
        if ("".equals(body.phone())) {
            cleared.add("PHONE");
        }
        return sealing(() -> done(
                call,
                call.handle(new UpdateCustomer(
                        id, email == null ? null : vault.seal(id, email), email == null ? null : vault.blind(email),
                        sealed(id, body.name()), sealed(id, body.phone()), body.locale(), cleared, expected)),
                id, tx));
    }

    /// The status by way of the profile, as the Acme contract has it; for staff, and alone.
    private Answer<Customer> restate(Call<Requests.Update> call, UUID id, Tx tx) {
        if (!call.caller().has(Role.SUPPORT)) {
            return Answer.refused(Refusal.invalid("STATUS_BY_STAFF", "Only staff changes the status."));
        }
        var status = String.valueOf(call.body().status());
        return switch (status) {
            case "ACTIVE" -> done(call, call.handle(new ReactivateCustomer(id, "by staff")), id, tx);
            case "SUSPENDED" -> done(call, call.handle(new SuspendCustomer(id, "by staff")), id, tx);
            case "CLOSED" -> done(call, call.handle(new CloseCustomer(id, "by staff")), id, tx);
            default -> Answer.refused(Refusal.invalid("INVALID_STATUS", "status is ACTIVE, SUSPENDED or CLOSED."));
        };
    }

    private @Nullable Sealed<String> sealed(UUID id, @Nullable String value) {
        return value == null || value.isEmpty() ? null : vault.seal(id, value.strip());
    }

    /// An erased person takes nothing in any more.
    static <A> Answer<A> sealing(Supplier<Answer<A>> work) {
        try {
            return work.get();
        } catch (Vault.SubjectErased e) {
            return Answer.refused(new CustomerRefusal.UnknownCustomer());
        }
    }

    @SuppressWarnings("NullAway") // what was checked holds no null
    private Answer<Customer> prefer(Call<Requests.ChangedPreferences> call, UUID id, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var expected = call.ifMatch().orElse(body.expectedVersion());
        if (expected == null) {
            return Answer.refused(Refusal.invalid(
                    "VERSION_MISSING", "Send the version of the preferences as expectedVersion or If-Match."));
        }
        Map<String, List<String>> notifications = body.notifications();
        return done(
                call,
                call.handle(new UpdateCustomerPreferences(id, body.language(), body.currency(), notifications, expected)),
                id, tx);
    }

    private Answer<Customer> agree(Call<Requests.Agreed> call, UUID id, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        return done(
                call,
                call.handle(new RecordConsent(
                        id, Objects.requireNonNull(body.purpose()), Boolean.TRUE.equals(body.granted()),
                        Objects.requireNonNull(body.textVersion()))),
                id, tx);
    }
}

package dev.souk.checkout.http;

import dev.souk.checkout.GetCheckoutCourseQuery;
import dev.souk.checkout.ListCheckoutsQuery;
import dev.souk.checkout.domain.CheckoutRefusal.CheckoutNotFound;
import dev.souk.contracts.checkout.ForceCompensation;
import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.contracts.checkout.ListCheckouts;
import dev.souk.contracts.checkout.RetryCheckoutStep;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.UUID;

/// What the console does with checkouts.
public final class OperatorRoutes {
    private static final String ID = "checkoutId";

    private final Listing listing;
    private final GetCheckoutCourseQuery courses;

    public OperatorRoutes(ListCheckoutsQuery list, GetCheckoutCourseQuery courses) {
        this.listing = new Listing(list);
        this.courses = courses;
    }

    public List<Route<?, ?>> routes() {
        return List.of(list(), course(), retry(), compensate());
    }

    private Route<?, ?> list() {
        return Route.get("/checkouts")
                .answers(200, ListCheckouts.Page.class)
                .roles(Role.OPERATOR, Role.SUPPORT, Role.AUDITOR, Role.ADMIN)
                .query(Parameter.oneOf("state", "only these", Listing.states()),
                        Parameter.duration("olderThan", "begun longer ago"),
                        Parameter.text("cursor", "next of the page before"),
                        Parameter.limit(50, 200))
                .summary("Checkouts by state and age, the youngest first")
                .reads(listing::page);
    }

    private Route<?, ?> course() {
        return Route.get("/checkouts/{checkoutId}/course")
                .answers(200, GetCheckoutCourse.Course.class)
                .roles(Role.OPERATOR, Role.SUPPORT, Role.AUDITOR, Role.ADMIN)
                .summary("How a checkout came to where it stands, what it waits for, what operators did")
                .reads(this::course);
    }

    private Route<?, ?> retry() {
        return Route.post("/checkouts/{checkoutId}/retry")
                .body(RetryRequest.class)
                .answers(200, Retried.class)
                .roles(Role.OPERATOR)
                .summary("Asks at once again for what the checkout waits for")
                .writes((call, _) -> noted(call, (version, note) -> new RetryCheckoutStep(call.pathId(ID), version, note)));
    }

    private Route<?, ?> compensate() {
        return Route.post("/checkouts/{checkoutId}/compensate")
                .body(RetryRequest.class)
                .answers(200, Retried.class)
                .roles(Role.OPERATOR)
                .summary("Gives the checkout up and takes everything back; possible until its order is asked for")
                .writes((call, _) -> noted(call, (version, note) -> new ForceCompensation(call.pathId(ID), version, note)));
    }

    private Answer<GetCheckoutCourse.Course> course(Call<Void> call, Tx tx) {
        var id = call.pathId(ID);
        return courses.answer(new GetCheckoutCourse(id), tx)
                .map(found -> Answer.of(found).version(found.checkout().version()))
                .orElseGet(() -> Answer.refused(new CheckoutNotFound(id)));
    }

    @FunctionalInterface
    private interface Deed {
        Command<Long> of(long version, String note);
    }

    private static Answer<Retried> noted(Call<RetryRequest> call, Deed deed) {
        var version = call.ifMatch().orElse(call.body().expectedVersion());
        if (version == null) {
            return Answer.refused(Refusal.invalid("VERSION_REQUIRED", "Say the version in If-Match or expectedVersion."));
        }
        var note = call.body().note() == null ? "" : call.body().note().strip();
        if (note.length() < 3 || note.length() > 500) {
            return Answer.refused(Refusal.invalid("INVALID_NOTE", "The note is 3 to 500 characters."));
        }
        return done(call.pathId(ID), call.handle(deed.of(version, note)));
    }

    private static Answer<Retried> done(UUID id, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Done<Long>(var version) -> Answer.of(new Retried(id, version)).version(version);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }
}

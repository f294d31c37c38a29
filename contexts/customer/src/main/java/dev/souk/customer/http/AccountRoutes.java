package dev.souk.customer.http;

import static dev.souk.customer.http.Whose.READERS;

import dev.souk.contracts.customer.ClaimGuestOrders;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.customer.db.Benefits;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points, orders and benefits of a customer.
public final class AccountRoutes {
    private static final String ONE = "/customers/{customerId}";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Reads reads;
    private final OrderSummaries summaries;
    private final Benefits benefits;

    /// A page of a customer's orders; `spentInTwelveMonths` is what was paid and not refunded, by currency.
    public record Orders(
            List<OrderSummaries.Summary> orders,
            Map<String, Long> spentInTwelveMonths,
            @Nullable String nextCursor,
            Instant asOf) {}

    public record BenefitList(List<Benefits.Benefit> benefits) {}

    /// Of how many guest identities the orders are the customer's now.
    public record Claimed(int guests) {}

    AccountRoutes(Reads reads, OrderSummaries summaries, Benefits benefits) {
        this.reads = reads;
        this.summaries = summaries;
        this.benefits = benefits;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ONE + "/points")
                        .roles(Role.CUSTOMER, READERS)
                        .answers(200, GetRewardPoints.Points.class)
                        .query(Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(25, 100))
                        .summary("Reward points and where they come from")
                        .reads((call, tx) -> Whose.orStaff(call, id -> points(call, id, tx), READERS)),
                Route.get(ONE + "/orders")
                        .roles(Role.CUSTOMER, READERS)
                        .answers(200, Orders.class)
                        .query(Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(25, 100))
                        .summary("Orders in short, newest first, and what was spent")
                        .reads((call, tx) -> Whose.orStaff(call, id -> orders(call, id, tx), READERS)),
                Route.get(ONE + "/benefits")
                        .roles(Role.CUSTOMER, READERS)
                        .answers(200, BenefitList.class)
                        .query(Parameter.limit(25, 100))
                        .summary("What promotions took off the last orders")
                        .reads((call, tx) -> Whose.orStaff(
                                call, id -> Answer.of(new BenefitList(benefits.of(tx, id, call.limit(25, 100)))), READERS)),
                Route.post(ONE + "/claims")
                        .roles(Role.CUSTOMER)
                        .answers(200, Claimed.class)
                        .summary("Take over what was ordered as a guest with the same, verified address")
                        .writes((call, _) -> Whose.orStaff(
                                call, id -> Answer.from(call.handle(new ClaimGuestOrders(id)), Claimed::new))));
    }

    private Answer<GetRewardPoints.Points> points(Call<?> call, UUID id, Tx tx) {
        var cursor = call.query("cursor").orElse(null);
        try {
            if (cursor != null) {
                UUID.fromString(cursor);
            }
        } catch (IllegalArgumentException e) {
            return invalidCursor();
        }
        return Answer.of(reads.points().answer(new GetRewardPoints(id, cursor, call.limit(25, 100)), tx));
    }

    private static <A> Answer<A> invalidCursor() {
        return Answer.refused(Refusal.invalid("INVALID_CURSOR", "cursor must be the nextCursor of a page."));
    }

    private Answer<Orders> orders(Call<?> call, UUID id, Tx tx) {
        var before = LATEST;
        var beforeId = LAST;
        var cursor = call.query("cursor").orElse(null);
        if (cursor != null) {
            try {
                var place = Place.read(cursor);
                before = place.at();
                beforeId = place.id();
            } catch (IllegalArgumentException e) {
                return invalidCursor();
            }
        }
        int limit = call.limit(25, 100);
        var page = summaries.page(tx, id, before, beforeId, limit);
        var year = tx.now().atZone(ZoneOffset.UTC).minus(Period.ofMonths(12)).toInstant();
        var last = page.size() < limit ? null : page.getLast();
        var next = last == null || last.placedAt() == null ? null : new Place(last.placedAt(), last.orderId()).text();
        return Answer.of(new Orders(page, summaries.spend(tx, id, year), next, tx.now()));
    }
}

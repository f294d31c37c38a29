package dev.souk.payment.http;

import dev.souk.payment.db.PaymentLists;
import dev.souk.payment.db.Reconciliations;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.Status;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists that staff works through: payments, refunds that wait, comparisons with the provider.
public final class ListRoutes {
    private static final Refusal CURSOR = Refusal.invalid("INVALID_CURSOR", "cursor is the nextCursor of a page.");
    private static final String[] STATES = Arrays.stream(Status.values()).map(Enum::name).toArray(String[]::new);

    /// @param nextCursor null when there is nothing older
    public record PaymentPage(List<PaymentLists.Listed> payments, @Nullable String nextCursor) {}

    /// @param nextCursor null when this was the last page
    public record WaitingPage(List<Refunds.Waiting> refunds, @Nullable UUID nextCursor) {}

    public record Runs(List<Reconciliations.Listed> runs) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/payments/search")
                        .answers(200, PaymentPage.class)
                        .roles(Role.SUPPORT, Role.FINANCE, Role.FRAUD_ANALYST, Role.AUDITOR, Role.ADMIN, Role.OPERATOR)
                        .query(Parameter.oneOf("status", "only these", STATES),
                                Parameter.instant("from", "asked for then or later"),
                                Parameter.instant("to", "asked for before"),
                                Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(25, 100))
                        .summary("Payments, newest first; a page may hold few although there are more")
                        .reads(ListRoutes::payments),
                Route.get("/refunds/waiting")
                        .answers(200, WaitingPage.class)
                        .roles(Role.SUPPORT, Role.FINANCE, Role.AUDITOR, Role.ADMIN)
                        .query(Parameter.id("cursor", "nextCursor of the page before"), Parameter.limit(25, 100))
                        .summary("Refunds that wait for a second person, oldest first")
                        .reads(ListRoutes::waiting),
                Route.get("/payments/reconciliations")
                        .answers(200, Runs.class)
                        .roles(Role.FINANCE, Role.AUDITOR)
                        .query(Parameter.limit(50, 200))
                        .summary("The latest comparisons with the provider")
                        .reads((call, tx) -> Answer.of(new Runs(Reconciliations.latest(tx, call.limit(50, 200))))));
    }

    private static Answer<PaymentPage> payments(Call<Void> call, Tx tx) {
        var status = call.query("status").filter(text -> !text.isEmpty()).orElse(null);
        if (status != null && !List.of(STATES).contains(status)) {
            return Answer.refused(Refusal.invalid("INVALID_STATUS", "status is one of " + String.join(", ", STATES) + "."));
        }
        int limit = call.limit(25, 100);
        try {
            var from = call.query("from").filter(text -> !text.isEmpty()).map(PaymentRoutes::instant).orElse(null);
            var to = call.query("to").filter(text -> !text.isEmpty()).map(PaymentRoutes::instant).orElse(null);
            var cursor = call.query("cursor").filter(text -> !text.isEmpty()).orElse(null);
            var before = cursor == null ? PaymentLists.Place.NEWEST : place(cursor);
            if (before == null) {
                return Answer.refused(CURSOR);
            }
            var page = PaymentLists.page(tx, new PaymentLists.Wanted(status, from, to, before, limit));
            var next = page.next();
            return Answer.of(new PaymentPage(page.payments(), next == null ? null : text(next)));
        } catch (DateTimeException e) {
            return Answer.refused(Refusal.invalid("PERIOD_INVALID", "from and to are instants."));
        }
    }

    private static String text(PaymentLists.Place place) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, place.at()) + "_" + place.id();
    }

    private static PaymentLists.@Nullable Place place(String cursor) {
        var parts = cursor.split("_", 2);
        var id = parts.length == 2 ? PaymentRoutes.uuid(parts[1]) : null;
        return id == null || !parts[0].matches("[0-9]{1,16}")
                ? null
                : new PaymentLists.Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), id);
    }

    private static Answer<WaitingPage> waiting(Call<Void> call, Tx tx) {
        int limit = call.limit(25, 100);
        var cursor = call.query("cursor").filter(text -> !text.isEmpty()).orElse(null);
        var after = cursor == null ? null : PaymentRoutes.uuid(cursor);
        if (cursor != null && after == null) {
            return Answer.refused(CURSOR);
        }
        var page = Refunds.waiting(tx, after, limit);
        return Answer.of(new WaitingPage(page, page.size() < limit ? null : page.getLast().refundId()));
    }
}

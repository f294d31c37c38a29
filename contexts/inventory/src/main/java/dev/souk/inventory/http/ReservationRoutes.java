package dev.souk.inventory.http;

import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.inventory.db.Reservations;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reservations by hand: for services that are no part of a checkout, and for the operator who clears one up.
public final class ReservationRoutes {
    private static final Set<String> REASONS = Set.of("CHECKOUT_FAILED", "ORDER_CANCELLED", "EXPIRED");

    private final Reservations reservations = new Reservations();

    public record ReleaseRequest(@Nullable String reason) {}

    /// There is not enough; `available` says of each item what there is.
    record OutOfStock(Reservation refused) implements Refusal {
        @Override
        public String code() {
            return "OUT_OF_STOCK";
        }

        @Override
        public String detail() {
            return "Not every item is available in this quantity. Nothing has been reserved.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of(
                    "unavailableItems",
                    refused.lines().stream()
                            .map(line -> Map.of("sku", line.sku(), "available", line.quantity()))
                            .toList());
        }
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/reservations")
                        .body(ReservationRequest.class)
                        .answers(201, ReservationAnswer.class)
                        .roles(Role.SERVICE, Role.OPERATOR)
                        .bodyLimit(256 * 1024)
                        .summary("Holds stock for every item or for none")
                        .writes(this::reserve),
                Route.post("/reservations/{reservationId}/release")
                        .body(ReleaseRequest.class)
                        .answers(200, ReservationAnswer.class)
                        .roles(Role.SERVICE, Role.OPERATOR)
                        .summary("Gives back what a reservation holds; again is a success without effect")
                        .writes(this::release));
    }

    private Answer<ReservationAnswer> reserve(Call<ReservationRequest> call, Tx tx) {
        var problem = call.body().problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var command = call.body().command();
        call.handle(command);
        var reservation = find(tx, command.reservationId());
        return switch (reservation.status()) {
            case HELD, COMMITTED -> answer(reservation);
            case UNAVAILABLE -> Answer.refused(new OutOfStock(reservation));
            case RELEASED, EXPIRED ->
                Answer.refused(Refusal.conflict(
                        "RESERVATION_ENDED", "This reservation is " + reservation.status() + "; use another id."));
        };
    }

    private Answer<ReservationAnswer> release(Call<ReleaseRequest> call, Tx tx) {
        var id = call.pathId("reservationId");
        var asked = call.body().reason();
        var reason = asked == null ? "CHECKOUT_FAILED" : asked;
        if (!REASONS.contains(reason)) {
            return Answer.refused(Input.invalid("\"reason\" is CHECKOUT_FAILED, ORDER_CANCELLED or EXPIRED."));
        }
        var known = reservations.look(tx, List.of(id)).get(id);
        if (known == null) {
            return Answer.refused(Refusal.notFound("UNKNOWN_RESERVATION", "There is no such reservation."));
        }
        var checkout = known.checkoutId();
        call.handle(new ReleaseInventory(id, checkout == null ? id : checkout, reason));
        return answer(find(tx, id));
    }

    private Reservation find(Tx tx, UUID id) {
        var reservation = reservations.look(tx, List.of(id)).get(id);
        if (reservation == null) {
            throw new IllegalStateException("reservation " + id + " has just been handled");
        }
        return reservation;
    }

    private static Answer<ReservationAnswer> answer(Reservation reservation) {
        return Answer.of(ReservationAnswer.of(reservation)).version(reservation.version());
    }
}

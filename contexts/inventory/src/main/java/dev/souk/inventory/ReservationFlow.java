package dev.souk.inventory;

import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.inventory.db.Reservations;
import dev.souk.inventory.db.Stock;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Everything that happens to reservations, for any number of messages in one pass: reservations and stock are locked
/// with one statement each, the messages are decided in memory in their order, each table is written once. A single
/// message is a pass of one, so both forms cannot differ.
final class ReservationFlow {
    static final List<Class<? extends Message>> TYPES = List.of(
            ReserveInventory.class,
            ReleaseInventory.class,
            CommitReservation.class,
            OrderCreated.class,
            OrderSubmitted.class,
            OrderConfirmed.class,
            OrderCancelled.class);

    private final Reservations reservations = new Reservations();
    private final Stock stock = new Stock();
    private final ReserveInventoryHandler reserve;
    private final ReleaseInventoryHandler release = new ReleaseInventoryHandler();
    private final CommitReservationHandler commit = new CommitReservationHandler();
    private final WhenOrderCreatedBindReservation bind = new WhenOrderCreatedBindReservation();
    private final WhenOrderSubmittedVerifyReservation verify = new WhenOrderSubmittedVerifyReservation();
    private final Availability availability;

    ReservationFlow(ReserveInventoryHandler reserve, Availability availability) {
        this.reserve = reserve;
        this.availability = availability;
    }

    private record Asked(Message message, Tx tx) {}

    /// The batch form.
    void batch(List<Received<Message>> batch, Tx tx) {
        var asked = new ArrayList<Asked>(batch.size());
        for (var received : batch) {
            asked.add(new Asked(received.message(), tx.because(received)));
        }
        run(asked, tx);
    }

    /// The single form of a command; its answer is an event in any case.
    Outcome<UUID> command(Command<UUID> command, Tx tx) {
        run(List.of(new Asked(command, tx)), tx);
        return Outcome.done(UUID.fromString(command.key()));
    }

    /// The single form of an event.
    void event(Event event, Tx tx) {
        run(List.of(new Asked(event, tx)), tx);
    }

    /// Ends what is over and nobody has asked about; answers how many.
    int expire(Tx tx) {
        var now = now(tx);
        var due = new LinkedHashMap<UUID, Reservation>();
        reservations.claimDue(tx, now, 500).forEach(reservation -> due.put(reservation.id(), reservation));
        if (due.isEmpty()) {
            return 0;
        }
        var skus = new HashSet<String>();
        due.values().forEach(reservation -> addSkus(reservation, skus));
        var desk = new Desk(due, stock.open(tx, skus), now);
        var journeys = reservations.journeys(tx, due.keySet());
        due.values().forEach(reservation -> Expiry.expire(reservation, desk, tx.within(journeys.get(reservation.id()))));
        save(desk, Map.of(), tx);
        return due.size();
    }

    private static Instant now(Tx tx) {
        return tx.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void run(List<Asked> asked, Tx tx) {
        var desk = open(asked, tx);
        for (var each : asked) {
            decide(each.message(), desk, each.tx());
        }
        save(desk, journeys(asked), tx);
    }

    /// The journeys for which something is to be held.
    private static Map<UUID, UUID> journeys(List<Asked> asked) {
        var journeys = new HashMap<UUID, UUID>();
        for (var each : asked) {
            if (each.message() instanceof ReserveInventory command) {
                journeys.putIfAbsent(command.reservationId(), each.tx().cause().correlationId());
            }
        }
        return journeys;
    }

    private void decide(Message message, Desk desk, Tx tx) {
        switch (message) {
            case ReserveInventory command -> reserve.decide(command, desk, tx);
            case ReleaseInventory command -> release.decide(command, desk, tx);
            case CommitReservation command -> commit.decide(command, desk, tx);
            case OrderCreated event -> bind.react(event, desk, tx);
            case OrderSubmitted event -> verify.react(event, desk, tx);
            case OrderConfirmed event -> commit.confirmed(event, desk, tx);
            case OrderCancelled event -> release.cancelled(event, desk, tx);
            default -> throw new IllegalArgumentException("not about reservations: " + message.getClass());
        }
    }

    private Desk open(List<Asked> asked, Tx tx) {
        var now = now(tx);
        var wanted = Wanted.of(asked.stream().map(Asked::message).toList());
        var known = new HashMap<>(reservations.lock(tx, wanted.toLock()));
        known.putAll(lookAndLock(wanted, tx));
        return new Desk(known, stock.open(tx, skus(wanted, known, now)), now);
    }

    /// Orders mostly find their reservation committed, as it should be, and then nothing is locked or written.
    private Map<UUID, Reservation> lookAndLock(Wanted wanted, Tx tx) {
        var seen = new HashMap<>(reservations.look(tx, wanted.toLook()));
        var late = seen.values().stream()
                .filter(r -> r.status() == Reservation.Status.HELD && wanted.confirmed().contains(r.id()))
                .map(Reservation::id)
                .toList();
        seen.putAll(reservations.lock(tx, late));
        return seen;
    }

    private static Set<String> skus(Wanted wanted, Map<UUID, Reservation> known, Instant now) {
        var skus = new HashSet<>(wanted.skus());
        for (var reservation : known.values()) {
            if (reservation.due(now) || (reservation.open() && wanted.needsStock().contains(reservation.id()))) {
                addSkus(reservation, skus);
            }
        }
        return skus;
    }

    private static void addSkus(Reservation reservation, Set<String> skus) {
        reservation.lines().forEach(line -> skus.add(line.sku()));
    }

    private void save(Desk desk, Map<UUID, UUID> journeys, Tx tx) {
        reservations.insert(tx, desk.added(), journeys);
        reservations.update(tx, desk.changed());
        stock.save(tx, desk.book());
        availability.changed(desk.book(), tx);
    }
}

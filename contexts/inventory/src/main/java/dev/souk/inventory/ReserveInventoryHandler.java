package dev.souk.inventory;

import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.inventory.domain.Reservation;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Holds every item or none. A known id is answered with what has become of it.
final class ReserveInventoryHandler {
    private final Duration usualHold;
    private final Duration longestHold;

    ReserveInventoryHandler(Duration usualHold, Duration longestHold) {
        this.usualHold = usualHold;
        this.longestHold = longestHold;
    }

    /// All that is asked for of one sku, whatever the number of lines.
    private record Ask(UUID productId, long quantity) {
        Ask plus(Ask more) {
            return new Ask(productId, quantity + more.quantity());
        }
    }

    void decide(ReserveInventory command, Desk desk, Tx tx) {
        var known = desk.find(command.reservationId());
        var asks = asks(command);
        if (known == null) {
            known = desk.put(decide(command, asks, desk));
        } else if (known.due(desk.now())) {
            Expiry.expire(known, desk, tx);
            return;
        } else {
            known = desk.put(known.answered());
        }
        tx.publish(answer(known, command, asks, desk), known.version());
        desk.tell(tx);
    }

    private static Map<String, Ask> asks(ReserveInventory command) {
        var asks = new LinkedHashMap<String, Ask>();
        for (var item : command.items()) {
            asks.merge(item.sku(), new Ask(item.productId(), item.quantity()), Ask::plus);
        }
        return asks;
    }

    private Reservation decide(ReserveInventory command, Map<String, Ask> asks, Desk desk) {
        var lacking = new ArrayList<Reservation.Line>();
        asks.forEach((sku, ask) -> {
            long sellable = Math.min(Integer.MAX_VALUE, desk.book().sellable(sku)); // as events count
            if (ask.quantity() > sellable || ask.quantity() < 1) {
                lacking.add(new Reservation.Line(sku, "", (int) sellable));
            }
        });
        boolean possible = lacking.isEmpty() && command.items().stream().allMatch(item -> item.quantity() > 0);
        return possible && !asks.isEmpty()
                ? reservation(command, Reservation.Status.HELD, hold(command, asks, desk), desk)
                : reservation(command, Reservation.Status.UNAVAILABLE, lacking, desk);
    }

    private static List<Reservation.Line> hold(ReserveInventory command, Map<String, Ask> asks, Desk desk) {
        var lines = new ArrayList<Reservation.Line>(asks.size());
        asks.forEach((sku, ask) -> {
            for (var take : desk.book().hold(sku, (int) ask.quantity(), command.reservationId())) {
                lines.add(new Reservation.Line(sku, take.place().location(), take.quantity()));
            }
        });
        return lines;
    }

    private Reservation reservation(
            ReserveInventory command, Reservation.Status status, List<Reservation.Line> lines, Desk desk) {
        return new Reservation(
                command.reservationId(),
                command.checkoutId(),
                new Reservation.Owners(command.orderId(), command.cartId()),
                status,
                lines,
                null,
                desk.now(),
                expiresAt(command, desk.now()),
                1);
    }

    private Instant expiresAt(ReserveInventory command, Instant now) {
        var asked = command.ttlSeconds() < 1 ? usualHold : Duration.ofSeconds(command.ttlSeconds());
        return now.plus(asked.compareTo(longestHold) > 0 ? longestHold : asked);
    }

    private static Event answer(Reservation known, ReserveInventory command, Map<String, Ask> asks, Desk desk) {
        return switch (known.status()) {
            case HELD, COMMITTED -> reserved(known, command, desk);
            case UNAVAILABLE -> unavailable(known, command, asks);
            case EXPIRED -> Expiry.event(known, desk);
            case RELEASED ->
                new InventoryReleased(
                        known.id(),
                        known.checkoutId(),
                        known.orderId(),
                        ReleaseInventoryHandler.reasonOf(known),
                        List.of(),
                        desk.now());
        };
    }

    private static InventoryReserved reserved(Reservation held, ReserveInventory command, Desk desk) {
        var items = new ArrayList<InventoryReserved.Item>(held.lines().size());
        for (var line : held.lines()) {
            var article = desk.book().get(line.sku());
            items.add(new InventoryReserved.Item(
                    article.identity().productId(), line.sku(), line.location(), line.quantity()));
        }
        return new InventoryReserved(
                held.id(),
                command.orderId(),
                command.cartId(),
                command.checkoutId(),
                items,
                held.reservedAt(),
                held.expiresAt());
    }

    private static InventoryUnavailable unavailable(
            Reservation refused, ReserveInventory command, Map<String, Ask> asks) {
        var items = new ArrayList<InventoryUnavailable.Item>();
        for (var line : refused.lines()) {
            var ask = asks.get(line.sku());
            if (ask != null) {
                int requested = (int) Math.min(Integer.MAX_VALUE, ask.quantity());
                items.add(new InventoryUnavailable.Item(ask.productId(), line.sku(), requested, line.quantity()));
            }
        }
        return new InventoryUnavailable(
                command.reservationId(),
                command.orderId(),
                command.cartId(),
                command.checkoutId(),
                items,
                refused.reservedAt());
    }
}

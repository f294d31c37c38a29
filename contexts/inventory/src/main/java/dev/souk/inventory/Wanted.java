package dev.souk.inventory;

import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.platform.messaging.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a list of messages needs from the database.
///
/// @param toLock reservations that are going to change
/// @param toLook reservations that are only compared with an order
/// @param needsStock reservations that give back what they hold
/// @param confirmed reservations of confirmed orders
/// @param skus what new reservations ask for
record Wanted(Set<UUID> toLock, Set<UUID> toLook, Set<UUID> needsStock, Set<UUID> confirmed, Set<String> skus) {
    static Wanted of(List<Message> messages) {
        var wanted = new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        messages.forEach(wanted::add);
        wanted.toLook().removeAll(wanted.toLock());
        return wanted;
    }

    private void add(Message message) {
        switch (message) {
            case ReserveInventory command -> {
                toLock.add(command.reservationId());
                needsStock.add(command.reservationId());
                command.items().forEach(item -> skus.add(item.sku()));
            }
            case ReleaseInventory command -> giveBack(command.reservationId());
            case CommitReservation command -> toLock.add(command.reservationId());
            case OrderCreated event -> toLook.add(event.reservationId());
            case OrderSubmitted event -> toLook.add(event.reservationId());
            case OrderConfirmed event when event.inventoryReservationId() != null -> {
                toLook.add(event.inventoryReservationId());
                confirmed.add(event.inventoryReservationId());
            }
            case OrderCancelled event when event.reservationId() != null -> giveBack(event.reservationId());
            default -> {}
        }
    }

    private void giveBack(UUID reservation) {
        toLock.add(reservation);
        needsStock.add(reservation);
    }
}

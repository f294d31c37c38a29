package dev.souk.inventory.http;

import dev.souk.inventory.domain.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A reservation as it is now; `expiresAt` counts while it is HELD.
public record ReservationAnswer(
        UUID reservationId, String status, List<Item> items, Instant reservedAt, Instant expiresAt, long version) {
    public ReservationAnswer {
        items = List.copyOf(items);
    }

    public record Item(String sku, String locationId, int quantity) {}

    static ReservationAnswer of(Reservation reservation) {
        return new ReservationAnswer(
                reservation.id(),
                reservation.status().name(),
                reservation.lines().stream()
                        .map(line -> new Item(line.sku(), line.location(), line.quantity()))
                        .toList(),
                reservation.reservedAt(),
                reservation.expiresAt(),
                reservation.version());
    }
}

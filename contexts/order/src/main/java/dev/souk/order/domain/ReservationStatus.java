package dev.souk.order.domain;

/// What inventory last said about the order's stock; a copy for screens.
public enum ReservationStatus {
    COMMITTED,
    RELEASED,
    EXPIRED
}

package dev.souk.order.domain;

/// What payment last said about the order's money; a copy for screens, never a reason to move money.
public enum PaymentStatus {
    AUTHORIZED,
    CAPTURED,
    CAPTURE_FAILED,
    VOIDED,
    PARTLY_REFUNDED,
    REFUNDED
}

package dev.souk.payment.domain;

/// Where a payment stands. FAILED and VOIDED are ends; of CAPTURED money may still go back.
public enum Status {
    /// The provider has been or is being asked; the result may be unknown.
    REQUESTED,
    ACTION_REQUIRED,
    AUTHORIZED,
    CAPTURED,
    FAILED,
    /// Decided: it will never be captured. The provider has yet to confirm.
    VOID_PENDING,
    VOIDED
}

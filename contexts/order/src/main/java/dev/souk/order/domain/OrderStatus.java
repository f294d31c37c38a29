package dev.souk.order.domain;

/// Where a confirmed order stands. Creation and submission happen in the transaction of the confirmation and are only
/// seen on the timeline; what comes after the hand-over belongs to contexts that do not exist yet.
public enum OrderStatus {
    CONFIRMED,
    ON_HOLD,
    AWAITING_FULFILMENT,
    FULFILLING,
    CANCELLED;

    /// The three values of the first version of the contract.
    public String coarse() {
        return this == CANCELLED ? "CANCELLED" : "CREATED";
    }

    public boolean beforeFulfilment() {
        return this == CONFIRMED || this == ON_HOLD || this == AWAITING_FULFILMENT;
    }
}

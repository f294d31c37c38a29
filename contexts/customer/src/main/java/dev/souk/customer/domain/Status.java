package dev.souk.customer.domain;

/// Where an account stands (contracts D17).
public enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED,
    ERASED;

    /// Whether staff may move an account there. Nobody returns from CLOSED or ERASED, and ERASED is only reached by an
    /// erasure.
    public boolean becomes(Status next) {
        return switch (this) {
            case ACTIVE -> next == SUSPENDED || next == CLOSED;
            case SUSPENDED -> next == ACTIVE || next == CLOSED;
            case CLOSED, ERASED -> false;
        };
    }
}

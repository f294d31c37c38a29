package dev.souk.order.domain;

import java.util.Optional;

/// Why an order ends without being fulfilled.
public enum CancelReason {
    CUSTOMER_REQUESTED,
    PAYMENT_FAILED,
    OUT_OF_STOCK,
    FRAUD;

    public static Optional<CancelReason> of(String name) {
        for (var reason : values()) {
            if (reason.name().equals(name)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}

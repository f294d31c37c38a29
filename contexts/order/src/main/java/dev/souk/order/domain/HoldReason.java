package dev.souk.order.domain;

import java.util.Optional;

/// Why an order is held, and which team has to look at it.
public enum HoldReason {
    PAYMENT_REVIEW("PAYMENTS"),
    FRAUD_REVIEW("FRAUD"),
    ADDRESS_VERIFICATION("SUPPORT"),
    INVENTORY_RECHECK("STOCK");

    private final String team;

    HoldReason(String team) {
        this.team = team;
    }

    public String team() {
        return team;
    }

    public static Optional<HoldReason> of(String name) {
        for (var reason : values()) {
            if (reason.name().equals(name)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}

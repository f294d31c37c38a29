package dev.souk.promotion.db;

/// What a counter was, and what has been added to it.
final class Count {
    private final long used;
    private final long held;
    long addUsed;
    long addHeld;
    long addSpent;
    long addHeldAmount;
    long addOrders;
    long addGivenBack;
    long addVersions;

    Count(long used, long held) {
        this.used = used;
        this.held = held;
    }

    long taken() {
        return used + held + addUsed + addHeld;
    }

    boolean changed() {
        return addUsed != 0 || addHeld != 0 || addSpent != 0 || addHeldAmount != 0 || addOrders != 0
                || addGivenBack != 0 || addVersions != 0;
    }
}

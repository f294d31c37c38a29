package dev.souk.order.domain;

/// Who may still cancel in which state (contracts D28): a customer until the order is handed to picking, an agent and
/// the platform until it is packed.
public enum CancelPolicy {
    CUSTOMER,
    STAFF,
    PLATFORM;

    boolean allows(OrderStatus status) {
        return switch (status) {
            case CONFIRMED, ON_HOLD, AWAITING_FULFILMENT -> true;
            // nothing is packed while no warehouse exists; packing will close this
            case FULFILLING -> this != CUSTOMER;
            case CANCELLED -> false;
        };
    }

    boolean allows(CancelReason reason) {
        return this != CUSTOMER || reason == CancelReason.CUSTOMER_REQUESTED;
    }
}

package dev.souk.cart.domain;

/// Where a cart is filled.
public enum Channel {
    WEB,
    BACK_OFFICE,
    API
}

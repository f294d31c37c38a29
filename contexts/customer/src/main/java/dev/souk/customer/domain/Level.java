package dev.souk.customer.domain;

/// Membership levels (contracts D16), lowest first.
public enum Level {
    STANDARD,
    SILVER,
    GOLD,
    PLATINUM,
    VIP
}

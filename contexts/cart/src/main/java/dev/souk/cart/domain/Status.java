package dev.souk.cart.domain;

/// Where a cart stands. A cart whose order exists has no row, hence no status.
public enum Status {
    ACTIVE,
    CHECKING_OUT,
    MERGED,
    EXPIRED
}

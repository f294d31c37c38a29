package dev.souk.contracts.cart;

import java.util.UUID;

/// A change of a cart was made. `lines` counts the different lines that are now in it; `fresh` is false when a repeat
/// found everything done already.
public record CartChanged(UUID cartId, long version, int lines, boolean fresh) {}

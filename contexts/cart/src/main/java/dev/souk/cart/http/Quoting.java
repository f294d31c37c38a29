package dev.souk.cart.http;

import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;

/// The prices of carts now.
@FunctionalInterface
public interface Quoting {
    /// A cart, and by what right it is looked at.
    record Wanted(UUID cartId, CartAccess by) {}

    /// For each in order its quote, or why there is none.
    List<Outcome<Quote>> quotes(List<Wanted> wanted, Tx tx);
}

package dev.souk.cart.http;

import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// The price of a cart now.
@FunctionalInterface
public interface Quoting {
    Outcome<Quote> quote(UUID cartId, CartAccess by, Tx tx);
}

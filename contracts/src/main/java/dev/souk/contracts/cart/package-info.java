/// Carts: what the shop is asked to do with them, what became of them, and what can be read. Only the cart context
/// handles, publishes and answers these.
@NullMarked
package dev.souk.contracts.cart;

import org.jspecify.annotations.NullMarked;

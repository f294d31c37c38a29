/// Checkout turns a checked-out cart into exactly one order, or gives everything back. It owns the progress of that
/// and nothing else: no stock, money, cart or order.
@NullMarked
package dev.souk.checkout;

import org.jspecify.annotations.NullMarked;

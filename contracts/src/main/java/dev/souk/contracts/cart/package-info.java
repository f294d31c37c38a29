/// What the cart publishes.
@NullMarked
package dev.souk.contracts.cart;

import org.jspecify.annotations.NullMarked;

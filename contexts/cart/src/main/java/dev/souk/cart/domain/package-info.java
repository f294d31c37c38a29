/// The rules of a cart as plain values and decisions. No SQL, no clock, no HTTP.
@NullMarked
package dev.souk.cart.domain;

import org.jspecify.annotations.NullMarked;

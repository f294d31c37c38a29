/// How a price comes about: rules, taxes, tariffs, rounding and the hash, as pure calculation.
/// Nothing here reads a clock, a database or a random number.
@NullMarked
package dev.souk.pricing.domain;

import org.jspecify.annotations.NullMarked;

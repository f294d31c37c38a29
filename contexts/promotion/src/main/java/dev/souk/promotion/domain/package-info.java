/// What a promotion is and what it takes off a basket, as pure calculation.
/// Nothing here reads a clock, a database or a random number.
@NullMarked
package dev.souk.promotion.domain;

import org.jspecify.annotations.NullMarked;

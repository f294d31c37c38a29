/// Tests of customer against a real database.
/// Pure calculation is tested in `domain`.
@NullMarked
package dev.souk.customer;

import org.jspecify.annotations.NullMarked;

/// Tests of pricing against a real database.
/// Pure calculation is tested in `domain`.
@NullMarked
package dev.souk.pricing;

import org.jspecify.annotations.NullMarked;

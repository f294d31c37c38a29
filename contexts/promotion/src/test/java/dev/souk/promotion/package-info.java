/// Tests of promotion against a real database.
/// Pure calculation is tested in `domain`.
@NullMarked
package dev.souk.promotion;

import org.jspecify.annotations.NullMarked;

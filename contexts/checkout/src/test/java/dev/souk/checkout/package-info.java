/// Checkout under test: the saga as a script, and the same on a real database.
@NullMarked
package dev.souk.checkout;

import org.jspecify.annotations.NullMarked;

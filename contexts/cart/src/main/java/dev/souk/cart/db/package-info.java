/// All SQL of the cart context and the copies it keeps. Rows in, domain values out.
@NullMarked
package dev.souk.cart.db;

import org.jspecify.annotations.NullMarked;

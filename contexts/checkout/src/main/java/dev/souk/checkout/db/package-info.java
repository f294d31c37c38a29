/// All SQL of checkout. Everything on the path of an order is set-based.
@NullMarked
package dev.souk.checkout.db;

import org.jspecify.annotations.NullMarked;

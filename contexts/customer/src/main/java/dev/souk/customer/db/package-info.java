/// All SQL of customer.
@NullMarked
package dev.souk.customer.db;

import org.jspecify.annotations.NullMarked;

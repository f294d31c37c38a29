/// What pricing answers and records: quotes.
@NullMarked
package dev.souk.contracts.pricing;

import org.jspecify.annotations.NullMarked;

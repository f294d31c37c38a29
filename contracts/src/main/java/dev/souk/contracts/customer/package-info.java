/// Messages and queries of the context customer.
@NullMarked
package dev.souk.contracts.customer;

import org.jspecify.annotations.NullMarked;

/// Orders, what is on hold, and orders on behalf of customers.
@NullMarked
package dev.souk.backoffice.orders;

import org.jspecify.annotations.NullMarked;

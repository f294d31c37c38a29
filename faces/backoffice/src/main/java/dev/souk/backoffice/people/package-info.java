/// Customers, masked until a reason is given, and what people ask about their data.
@NullMarked
package dev.souk.backoffice.people;

import org.jspecify.annotations.NullMarked;

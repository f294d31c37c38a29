/// Customers: accounts, consents, membership, reward points, and what people ask about their data.
@NullMarked
package dev.souk.customer;

import org.jspecify.annotations.NullMarked;

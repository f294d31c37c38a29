/// Carts of guests, customers and the sales desk, until they become orders. Prices and stock belong to others: what is
/// kept of them here is for display, and what is charged comes from the quote.
@NullMarked
package dev.souk.cart;

import org.jspecify.annotations.NullMarked;

/// A customer's own pages: orders, addresses, points, and what is kept about her.
@NullMarked
package dev.souk.storefront.account;

import org.jspecify.annotations.NullMarked;

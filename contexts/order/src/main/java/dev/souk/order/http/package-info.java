/// The routes of orders and their request records.
/// Ownership is checked here and again by the commands; another customer's order does not exist.
@NullMarked
package dev.souk.order.http;

import org.jspecify.annotations.NullMarked;

/// All SQL of the order context, set-based where it is hot, and the mapping between rows and domain.
/// Child rows carry the order's number and no foreign key: one class writes them, in the order's own transaction.
@NullMarked
package dev.souk.order.db;

import org.jspecify.annotations.NullMarked;

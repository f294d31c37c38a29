/// Stock: what is on hand where, how much of it is promised to whom, and how it came to be so.
/// The door plate is [InventoryContext]; the hot path is [ReservationFlow].
@NullMarked
package dev.souk.inventory;

import org.jspecify.annotations.NullMarked;

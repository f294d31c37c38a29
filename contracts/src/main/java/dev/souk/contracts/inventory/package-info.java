/// What inventory handles, publishes and answers: stock, reservations and their movements.
@NullMarked
package dev.souk.contracts.inventory;

import org.jspecify.annotations.NullMarked;

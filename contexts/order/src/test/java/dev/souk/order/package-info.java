/// How orders behave, on a real database.
/// Neighbours are played by the messages that they would send.
@NullMarked
package dev.souk.order;

import org.jspecify.annotations.NullMarked;

/// The rules of stock and reservations, in memory and without time, randomness or a database of their own.
/// A pass loads what it needs, decides here, and writes what has changed.
@NullMarked
package dev.souk.inventory.domain;

import org.jspecify.annotations.NullMarked;

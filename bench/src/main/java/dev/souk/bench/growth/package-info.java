/// Years of trade in minutes: the rows that a few real purchases left behind, multiplied in the databases, so that speed
/// can be measured on tables of the size of an old shop.
@NullMarked
package dev.souk.bench.growth;

import org.jspecify.annotations.NullMarked;

/// All SQL of pricing, and what is kept of it in memory.
/// Copies in memory are refreshed after commits of this process.
@NullMarked
package dev.souk.pricing.db;

import org.jspecify.annotations.NullMarked;

/// All SQL of promotion, and what is kept of it in memory.
/// Counters are raised in their rows, which refuse to exceed a limit.
@NullMarked
package dev.souk.promotion.db;

import org.jspecify.annotations.NullMarked;

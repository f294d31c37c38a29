/// Work outside of transactions: threads that take it from a queue, and what is known of it while it is under way. All of
/// it is also a row somewhere, so a crash loses nothing.
@NullMarked
package dev.souk.platform.work;

import org.jspecify.annotations.NullMarked;

/// The named loads: what one operation is, and how it is driven.
@NullMarked
package dev.souk.bench.load;

import org.jspecify.annotations.NullMarked;

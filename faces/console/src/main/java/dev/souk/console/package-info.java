/// The operations console: what flows, what stands still, and the way of anything through the platform. A client of the
/// public API.
@NullMarked
package dev.souk.console;

import org.jspecify.annotations.NullMarked;

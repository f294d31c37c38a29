/// A shop full of customers whose processes are killed at random moments while its payment provider misbehaves, and the
/// proof afterwards that nothing was lost, done twice or left open.
@NullMarked
package dev.souk.bench.torture;

import org.jspecify.annotations.NullMarked;

/// An outside payment provider to run a shop against: its own ledger in an fsynced file, its own process or in process,
/// and switches that make it as unreliable as a real one. It knows nothing of Souk.
@NullMarked
package dev.souk.standin.payment;

import org.jspecify.annotations.NullMarked;

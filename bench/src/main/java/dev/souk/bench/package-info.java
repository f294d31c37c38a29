/// Measures, replays and checks a running platform from outside: through its public HTTP API, its databases' own tables
/// and the payment provider's ledger.
@NullMarked
package dev.souk.bench;

import org.jspecify.annotations.NullMarked;

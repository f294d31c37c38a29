/// The independent checker: compares what the databases hold with one another and with the payment provider's own
/// ledger. SQL and files only; no code of a context takes part.
@NullMarked
package dev.souk.bench.check;

import org.jspecify.annotations.NullMarked;

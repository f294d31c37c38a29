/// Takes and returns the shoppers' money through an outside provider, and keeps the ledger of it. Unknown results are
/// asked for, never guessed; no card number ever comes here.
@NullMarked
package dev.souk.payment;

import org.jspecify.annotations.NullMarked;

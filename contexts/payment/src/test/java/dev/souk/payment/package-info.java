/// Payment against a real database and a real provider with a ledger of its own. No mocks, no sleeps.
@NullMarked
package dev.souk.payment;

import org.jspecify.annotations.NullMarked;

/// Payments, the ledger, refunds that wait, alarms, the fraud queue and the comparison with the provider.
@NullMarked
package dev.souk.backoffice.payments;

import org.jspecify.annotations.NullMarked;

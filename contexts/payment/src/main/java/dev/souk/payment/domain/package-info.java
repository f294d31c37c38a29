/// What may happen to a payment and what follows from it. Pure: no SQL, no clock, no provider.
@NullMarked
package dev.souk.payment.domain;

import org.jspecify.annotations.NullMarked;

/// What checkout publishes and answers: the progress and the end of a checkout.
@NullMarked
package dev.souk.contracts.checkout;

import org.jspecify.annotations.NullMarked;

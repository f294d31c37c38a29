/// What payment handles and publishes: authorizations, captures, refunds.
@NullMarked
package dev.souk.contracts.payment;

import org.jspecify.annotations.NullMarked;

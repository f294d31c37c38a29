/// The port to the outside provider and its adapters. An adapter says what the provider said, or that it does not know.
@NullMarked
package dev.souk.payment.provider;

import org.jspecify.annotations.NullMarked;

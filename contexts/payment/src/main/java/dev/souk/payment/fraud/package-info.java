/// The port to the fraud service and a stand-in of rules. It is asked after the provider has agreed.
@NullMarked
package dev.souk.payment.fraud;

import org.jspecify.annotations.NullMarked;

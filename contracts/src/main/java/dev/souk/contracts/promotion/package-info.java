/// What promotion handles, publishes and answers: campaigns, coupons, their use.
@NullMarked
package dev.souk.contracts.promotion;

import org.jspecify.annotations.NullMarked;

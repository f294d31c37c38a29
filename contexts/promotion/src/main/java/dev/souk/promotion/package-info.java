/// Promotions and coupons: what comes off, for whom, and how often.
/// Uses are held by checkouts, redeemed by orders and given back when they are cancelled; limits are never exceeded.
@NullMarked
package dev.souk.promotion;

import org.jspecify.annotations.NullMarked;

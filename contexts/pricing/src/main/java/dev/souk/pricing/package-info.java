/// Pricing: what lines cost now and why, as a quote whose hash binds the shop to the price that was shown.
/// Rules, tax rates and tariffs are kept here; base prices come from the catalogue's events, discounts from promotion.
@NullMarked
package dev.souk.pricing;

import org.jspecify.annotations.NullMarked;

/// What the API answers, as far as the shop's pages use it.
@NullMarked
package dev.souk.storefront.shop;

import org.jspecify.annotations.NullMarked;

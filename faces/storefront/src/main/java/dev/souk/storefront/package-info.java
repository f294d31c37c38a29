/// The shop that shoppers see. Owns nothing: everything it shows and does goes through the public API.
@NullMarked
package dev.souk.storefront;

import org.jspecify.annotations.NullMarked;

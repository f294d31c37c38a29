@NullMarked
package dev.souk.storefront;

import org.jspecify.annotations.NullMarked;

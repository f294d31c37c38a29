/// Orders on behalf of customers: a cart that staff fills, and the same checkout as in the shop.
@NullMarked
package dev.souk.backoffice.behalf;

import org.jspecify.annotations.NullMarked;

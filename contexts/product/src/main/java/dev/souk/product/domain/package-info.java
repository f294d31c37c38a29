/// What a product and a category may be and become: pure rules.
/// Nothing here knows a database, a clock or JSON.
@NullMarked
package dev.souk.product.domain;

import org.jspecify.annotations.NullMarked;

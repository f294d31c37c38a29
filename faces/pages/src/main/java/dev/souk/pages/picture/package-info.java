/// Pictures for products that have none: drawn from what the product is called, the same each time.
@NullMarked
package dev.souk.pages.picture;

import org.jspecify.annotations.NullMarked;

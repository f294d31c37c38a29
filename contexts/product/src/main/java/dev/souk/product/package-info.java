/// The catalogue: products, variants, base prices, pictures by address, categories, imports.
/// Prices and availability shown here are the catalogue's; what is charged and sold is decided elsewhere.
@NullMarked
package dev.souk.product;

import org.jspecify.annotations.NullMarked;

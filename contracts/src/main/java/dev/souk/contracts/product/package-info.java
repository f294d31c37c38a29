/// What the product context publishes and answers: the catalogue and its base prices.
@NullMarked
package dev.souk.contracts.product;

import org.jspecify.annotations.NullMarked;

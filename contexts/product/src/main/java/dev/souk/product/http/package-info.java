/// The catalogue's routes with their request and answer records.
/// Who may see or change what is decided here, from the token.
@NullMarked
package dev.souk.product.http;

import org.jspecify.annotations.NullMarked;

/// The catalogue's routes without HTTP.
/// Who may see and do what, and what bad input is told.
@NullMarked
package dev.souk.product.http;

import org.jspecify.annotations.NullMarked;

/// What is on the shelves, and how it came to be so.
@NullMarked
package dev.souk.backoffice.stock;

import org.jspecify.annotations.NullMarked;

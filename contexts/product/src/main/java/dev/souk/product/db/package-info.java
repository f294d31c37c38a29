/// All SQL of the catalogue, and its memory of what was read lately.
/// Every list of changes is written with one statement a table.
@NullMarked
package dev.souk.product.db;

import org.jspecify.annotations.NullMarked;

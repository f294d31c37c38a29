/// All SQL of the inventory's own tables: rows to domain and back, one statement a table for any number of rows.
/// Nothing is decided here.
@NullMarked
package dev.souk.inventory.db;

import org.jspecify.annotations.NullMarked;

/// The inventory's routes with their request and answer records.
/// They check what a caller sent and hand it on as commands and queries.
@NullMarked
package dev.souk.inventory.http;

import org.jspecify.annotations.NullMarked;

/// Products from files: rows read, judged and upserted chunk by chunk.
/// Progress is a row that moves with the rows it counts, so that a crash costs at most one chunk.
@NullMarked
package dev.souk.product.imports;

import org.jspecify.annotations.NullMarked;

package dev.souk.product.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a file, not yet judged.
///
/// @param number from 1, not counting a header
/// @param values by column; what is empty is absent
/// @param broken why nothing could be read, if so
record RawRow(int number, Map<String, String> values, @Nullable String broken) {
    @Nullable String value(String column) {
        return values.get(column);
    }
}

package dev.souk.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One statement. Parameters: `String`, boxed numbers, `Boolean`, `UUID`, `Instant` (timestamptz), enums (by name),
/// `byte[]`, `BigDecimal`, null, and for set-based SQL `List`s of those given with [#array].
public interface Sql {
    /// The next parameters, in order.
    Sql params(@Nullable Object... values);

    /// The next parameter as a PostgreSQL array of `type` (`uuid`, `text`, `bigint`, `int`, `timestamptz`, `boolean`),
    /// for `= any(?)` and `unnest(?, ...)`.
    Sql array(String type, List<?> values);

    /// The same with one value of each row: what [#array(String,List)] does with a column of `rows`.
    <T> Sql array(String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> column);

    /// Runs it and returns the number of rows changed.
    int update();

    /// All rows.
    <T> List<T> list(Function<Row, T> map);

    /// At most one row; more is an error.
    <T> Optional<T> optional(Function<Row, T> map);

    /// Exactly one row.
    <T> T one(Function<Row, T> map);
}

package dev.souk.platform.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a result, read by column name. The plain getters fail on SQL null; the `OrNull` ones answer null.
public interface Row {
    String text(String column);

    @Nullable String textOrNull(String column);

    UUID uuid(String column);

    @Nullable UUID uuidOrNull(String column);

    int integer(String column);

    @Nullable Integer integerOrNull(String column);

    long bigint(String column);

    @Nullable Long bigintOrNull(String column);

    boolean bool(String column);

    Instant instant(String column);

    @Nullable Instant instantOrNull(String column);

    BigDecimal decimal(String column);

    byte[] bytes(String column);

    default <E extends Enum<E>> E enumOf(Class<E> type, String column) {
        return Enum.valueOf(type, text(column));
    }
}

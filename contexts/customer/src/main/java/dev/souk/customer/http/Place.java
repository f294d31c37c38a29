package dev.souk.customer.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/// A place in a list that is ordered by instant and id, written as a cursor.
public record Place(Instant at, UUID id) {
    public String text() {
        return at.getEpochSecond() + "." + at.getNano() + "." + id;
    }

    /// @throws IllegalArgumentException when it is no cursor
    public static Place read(String text) {
        var parts = text.split("\\.", -1);
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw new IllegalArgumentException("out of range");
            }
            return new Place(at, UUID.fromString(parts[2]));
        } catch (ArrayIndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}

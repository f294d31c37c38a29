package dev.souk.checkout;

import dev.souk.checkout.domain.Saga;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Where a page of checkouts ended.
public record Cursor(Instant startedAt, UUID checkoutId) {
    /// Before every checkout.
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static Cursor after(Saga saga) {
        return new Cursor(saga.purchase().startedAt(), saga.checkoutId());
    }

    /// Empty when it is none of ours.
    public static Optional<Cursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            return parts.length == 2
                    ? Optional.of(new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                            .filter(cursor -> cursor.startedAt.isAfter(Instant.EPOCH))
                            .filter(cursor -> cursor.startedAt.isBefore(START.startedAt))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((startedAt + " " + checkoutId).getBytes(StandardCharsets.UTF_8));
    }
}

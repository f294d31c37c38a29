package dev.souk.app;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/// Where a page of the audit log ended: rows are in the order of time, newest first, those of one instant by context and
/// then by id.
///
/// @param context empty when nothing of that instant has been shown
record AuditPlace(Instant at, String context, long id) {
    /// The text is none that [#text] has made.
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /// Of the rows of this instant, those of `other` with a smaller id are still to come.
    long below(String other) {
        int order = other.compareTo(context);
        return context.isEmpty() || order < 0 ? 0 : order == 0 ? id : Long.MAX_VALUE;
    }

    String text() {
        var plain = at.getEpochSecond() + " " + at.getNano() + " " + context + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static AuditPlace read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("parts");
            }
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw new IllegalArgumentException("time");
            }
            return new AuditPlace(at, parts[2], Long.parseLong(parts[3]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(e);
        }
    }
}

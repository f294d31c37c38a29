package dev.souk.checkout.domain;

import java.time.Duration;
import java.time.Instant;

/// What happened to a checkout, one word after the other, each with the milliseconds since its beginning:
/// `RESERVE@0 AUTHORIZE@4 COMMIT@9`. One short text in the row instead of a row a step.
public record History(String text) {
    static final History EMPTY = new History("");
    /// Compensations are retried for ever; their history is not.
    private static final int MOST = 1_500;

    History and(String what, Instant start, Instant now) {
        if (text.length() > MOST) {
            return this;
        }
        var word = what + "@" + Duration.between(start, now).toMillis();
        return new History(text.isEmpty() ? word : text + " " + word);
    }
}

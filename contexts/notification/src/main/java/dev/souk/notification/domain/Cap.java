package dev.souk.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// At most so many in a sliding window.
public record Cap(int most, Duration window) {
    /// `now`, or when one more fits.
    ///
    /// @param sent when the ones before it were sent, in any order
    public Instant free(List<Instant> sent, Instant now) {
        var recent = sent.stream()
                .filter(at -> at.plus(window).isAfter(now))
                .sorted(Comparator.reverseOrder())
                .toList();
        return recent.size() < most ? now : recent.get(most - 1).plus(window);
    }
}

package dev.souk.pages.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened, for a timeline.
///
/// @param kind good, warn, bad or empty
public record Moment(String title, @Nullable String text, @Nullable Instant at, String kind) {
    public static Moment of(String title, @Nullable String text, @Nullable Instant at) {
        return new Moment(title, text, at, "");
    }
}

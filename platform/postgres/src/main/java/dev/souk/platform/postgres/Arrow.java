package dev.souk.platform.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// That one context listens to the journal of another, and how it keeps up.
///
/// @param types what it listens for
/// @param lastMinute how many of them it has handled in the last minute
/// @param behind positions of the journal that it has not passed yet, of whatever type
/// @param waitingMillis how long the oldest message that waits in memory has been waiting; null when none does
public record Arrow(
        String from, String to, List<String> types, long lastMinute, long behind, @Nullable Long waitingMillis) {
    public Arrow {
        types = List.copyOf(types);
    }
}

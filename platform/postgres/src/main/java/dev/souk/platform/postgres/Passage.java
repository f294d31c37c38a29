package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message on a journey, and what has become of it wherever somebody listens for it.
///
/// @param depth how many messages of this journey led to it
public record Passage(Envelope envelope, int depth, List<Arrival> arrivals) {
    public Passage {
        arrivals = List.copyOf(arrivals);
    }

    /// What one listener has made of it.
    ///
    /// @param attempts of one that failed
    /// @param note the error, or why it was given up
    public record Arrival(String context, State state, int attempts, @Nullable String note) {}

    /// How far a message has come at one listener.
    public enum State {
        HANDLED,
        WAITING,
        /// Waits for one with the same key that failed.
        BEHIND,
        RETRYING,
        DEAD,
        DISCARDED
    }
}

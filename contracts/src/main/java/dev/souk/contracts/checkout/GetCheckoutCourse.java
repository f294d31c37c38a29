package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How one checkout has come to where it stands, what it waits for, and what operators did. Empty when there is none.
@MessageType(name = "GetCheckoutCourse", version = "1.0", context = "checkout")
public record GetCheckoutCourse(UUID checkoutId) implements Query<Optional<GetCheckoutCourse.Course>> {
    /// @param expected what is to happen next; empty when nothing is
    public record Course(ListCheckouts.Item checkout, List<Expected> expected, List<Note> notes) {
        public Course {
            expected = List.copyOf(expected);
            notes = List.copyOf(notes);
        }
    }

    /// What a checkout waits for.
    ///
    /// @param step of the checkout
    /// @param command that was sent
    /// @param context that has to answer
    /// @param events of which one is the answer
    public record Expected(String step, String command, String context, List<String> events) {
        public Expected {
            events = List.copyOf(events);
        }
    }

    /// @param action RETRY or COMPENSATE
    public record Note(Instant at, String actor, String action, String note) {}
}

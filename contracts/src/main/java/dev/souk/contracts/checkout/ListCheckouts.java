package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checkouts for the console, the youngest first.
///
/// @param state PENDING, ACTION_REQUIRED, COMPENSATING, COMPLETED, FAILED, or null for all
/// @param olderThan only those that began longer ago than this
/// @param cursor `next` of the page before
/// @param limit 1 to 200
@MessageType(name = "ListCheckouts", version = "1.0", context = "checkout")
public record ListCheckouts(
        @Nullable String state,
        @Nullable Duration olderThan,
        @Nullable String cursor,
        int limit) implements Query<ListCheckouts.Page> {

    public record Page(List<Item> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// @param step what is under way, or where it failed
    /// @param attempts how often the present step, or its undoing, has been asked for
    /// @param ageMs since its beginning, until its end
    /// @param undoing steps whose undoing is not yet answered
    /// @param history what happened, each with the milliseconds since the beginning: `RESERVE@0 AUTHORIZE@4`
    public record Item(
            UUID checkoutId,
            UUID cartId,
            UUID orderId,
            String state,
            String step,
            int attempts,
            Instant startedAt,
            long ageMs,
            Instant deadline,
            @Nullable Instant nextAttemptAt,
            @Nullable String reason,
            List<String> undoing,
            String history,
            long version) {
        public Item {
            undoing = List.copyOf(undoing);
        }
    }
}

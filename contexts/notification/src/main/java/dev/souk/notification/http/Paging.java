package dev.souk.notification.http;

import dev.souk.notification.Refusals;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page begins.
record Paging(@Nullable UUID id) {
    /// The id in a query parameter, or the beginning.
    static Outcome<Paging> after(Call<?> call, String name) {
        var given = call.query(name);
        if (given.isEmpty()) {
            return Outcome.done(new Paging(null));
        }
        try {
            return Outcome.done(new Paging(UUID.fromString(given.get())));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Refusals.invalid("INVALID_CURSOR", name + " is the next of an earlier page."));
        }
    }
}

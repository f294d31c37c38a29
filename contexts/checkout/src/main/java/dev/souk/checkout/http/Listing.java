package dev.souk.checkout.http;

import dev.souk.checkout.Cursor;
import dev.souk.checkout.ListCheckoutsQuery;
import dev.souk.contracts.checkout.ListCheckouts;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The console's list.
final class Listing {
    private static final Set<String> STATES =
            Set.of("PENDING", "ACTION_REQUIRED", "COMPENSATING", "COMPLETED", "FAILED");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final ListCheckoutsQuery list;

    Listing(ListCheckoutsQuery list) {
        this.list = list;
    }

    static String[] states() {
        return STATES.stream().sorted().toArray(String[]::new);
    }

    Answer<ListCheckouts.Page> page(Call<Void> call, Tx tx) {
        var state = call.query("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            return Answer.refused(Refusal.invalid("INVALID_STATE", "state is one of " + STATES + "."));
        }
        var older = call.query("olderThan");
        var age = older.flatMap(Listing::age);
        if (older.isPresent() && age.isEmpty()) {
            return Answer.refused(Refusal.invalid("INVALID_AGE", "olderThan is a duration such as PT15M."));
        }
        var cursor = call.query("cursor");
        if (cursor.isPresent() && Cursor.parse(cursor.get()).isEmpty()) {
            return Answer.refused(Refusal.invalid("INVALID_CURSOR", "cursor is the next of an earlier page."));
        }
        return Answer.of(list.answer(
                new ListCheckouts(state.orElse(null), age.orElse(null), cursor.orElse(null), call.limit(50, 200)), tx));
    }

    private static Optional<Duration> age(String text) {
        try {
            var age = Duration.parse(text);
            return age.isNegative() || age.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(age);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

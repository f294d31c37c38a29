package dev.souk.backoffice.form;

import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does what a form asks of the API. What the API refuses for a reason is said on the form's own page; what it refuses
/// because of who asks, or because it cannot answer, is the face's to show.
public final class Doing {
    private static final int TOO_MANY = 429;

    private Doing() {}

    /// @param work asks the API, and says where to go
    /// @param again the form's page with what is wrong
    public static Shown of(Turn turn, Supplier<Shown> work, Function<Wrong, Shown> again) {
        return of(turn, Map.of(), work, again);
    }

    /// @param fields code of a refusal to the field that it speaks of
    public static Shown of(Turn turn, Map<String, String> fields, Supplier<Shown> work, Function<Wrong, Shown> again) {
        try {
            return work.get();
        } catch (Refused refused) {
            if (!sayable(refused)) {
                throw refused;
            }
            return again.apply(Wrong.of(refused, turn.words(), fields));
        }
    }

    private static boolean sayable(Refused refused) {
        return refused.status() < 500 && refused.status() != 401 && refused.status() != TOO_MANY
                && !refused.code().equals("FORBIDDEN");
    }
}

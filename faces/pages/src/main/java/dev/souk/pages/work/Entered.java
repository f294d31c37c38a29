package dev.souk.pages.work;

import dev.souk.pages.Fields;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was keyed into one of a page's forms and is wrong; the form is shown again with it.
///
/// @param form which of the page's forms
public record Entered(String form, Fields fields, Wrong wrong) {
    public static final Entered NOTHING = new Entered("", Fields.none(), Wrong.NOTHING);
    private static final Set<Integer> OURS = Set.of(400, 402, 404, 409, 410, 412, 413, 422, 428);

    /// Does what a form asks for; what the API refuses comes back at its field.
    ///
    /// @param codes code to field, where the code's own name does not say it
    /// @param again the page with the form
    public static Shown act(Turn turn, String form, Map<String, String> codes, Function<Entered, Shown> again, Act act) {
        try {
            return act.go();
        } catch (Refused refused) {
            if (!OURS.contains(refused.status())) {
                throw refused;
            }
            return again.apply(new Entered(form, turn.fields(), Wrong.of(refused, turn.words(), codes)));
        } catch (Mistake mistake) {
            return again.apply(new Entered(form, turn.fields(), mistake.wrong));
        }
    }

    /// What a form does when all is well.
    @FunctionalInterface
    public interface Act {
        Shown go();
    }

    /// A field that is no amount, no number, no moment: found before the API is asked.
    public static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Wrong wrong;

        public Mistake(String field, String text) {
            super(field, null, false, false);
            this.wrong = Wrong.at(field, text);
        }
    }

    /// The status of a page that shows it.
    public int status() {
        return wrong.isEmpty() ? 200 : 422;
    }

    /// What a field holds: as it was keyed in, otherwise as it is kept.
    public String value(String of, String name, @Nullable Object kept) {
        return form.equals(of) ? fields.get(name) : kept == null ? "" : kept.toString();
    }

    public boolean ticked(String of, String name, boolean kept) {
        return form.equals(of) ? fields.ticked(name) : kept;
    }

    /// What is wrong with this form, if it is the one.
    public Wrong wrong(String of) {
        return form.equals(of) ? wrong : Wrong.NOTHING;
    }
}

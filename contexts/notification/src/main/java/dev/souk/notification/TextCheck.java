package dev.souk.notification;

import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Letters;
import dev.souk.notification.text.Template;
import dev.souk.platform.messaging.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a text can be used: it must be readable, short enough, and name only what there is.
public final class TextCheck {
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
    private static final int LINE = 200;
    private static final int SHORT = 500;
    private static final int LONG = 20_000;

    private TextCheck() {}

    /// Why a text cannot be used, if so.
    public static Optional<Refusal> problem(Template text, Letters letters) {
        if (Kinds.find(text.key()).isEmpty()) {
            return Optional.of(Refusals.UNKNOWN_TEMPLATE);
        }
        if (!LOCALE.matcher(text.locale()).matches()) {
            return invalid("INVALID_LOCALE", "locale is a language such as en, or en-GB.");
        }
        if (outside(text.subject(), LINE) || outside(text.notice(), SHORT) || outside(text.body(), LONG)) {
            return invalid("INVALID_TEXT", "subject, notice and body have 1 to " + LINE + ", " + SHORT + " and " + LONG
                    + " characters.");
        }
        return letters.problem(text).map(why -> Refusals.invalid("INVALID_TEMPLATE", why));
    }

    private static boolean outside(String text, int most) {
        return text.isBlank() || text.length() > most;
    }

    private static Optional<Refusal> invalid(String code, String detail) {
        return Optional.of(Refusals.invalid(code, detail));
    }
}

package dev.souk.identity.secrets;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.souk.identity.domain.LoginName;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 12 to 128 characters, and not what others think of first: zxcvbn's 30,000 most common passwords (its own, with names,
/// words, keyboard rows and repetitions made of them), or made of the person's address. No rules of composition, no
/// expiry (NIST SP 800-63B).
public final class PasswordPolicy {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    /// The estimate grows with the square of the length; what is guessable shows early.
    private static final int ESTIMATED = 40;

    private static final int GUESSABLE = 1;

    /// Its lists are read at the first password.
    private static final class Estimate {
        private static final Zxcvbn GUESSES = new Zxcvbn();
    }

    /// @param login whose password it is to be
    public Outcome<Secret> check(Secret password, @Nullable LoginName login) {
        var text = password.reveal();
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return refused("PASSWORD_TOO_SHORT", "A password has at least " + SHORTEST + " characters.");
        }
        if (length > LONGEST) {
            return refused("PASSWORD_TOO_LONG", "A password has at most " + LONGEST + " characters.");
        }
        if (guessable(text, login == null ? List.of() : List.of(login.text(), login.localPart()))) {
            return refused("PASSWORD_COMMON", "This password is among those that are guessed first. Take a longer or stranger one.");
        }
        return Outcome.done(password);
    }

    private static boolean guessable(String text, List<String> own) {
        var start = text.substring(0, Math.min(text.length(), ESTIMATED));
        return start.codePoints().distinct().count() < 4 || Estimate.GUESSES.measure(start, own).getScore() <= GUESSABLE;
    }

    private static Outcome<Secret> refused(String code, String detail) {
        return Outcome.refused(Refusal.invalid(code, detail));
    }
}

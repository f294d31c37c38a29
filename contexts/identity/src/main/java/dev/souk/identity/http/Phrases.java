package dev.souk.identity.http;

import dev.souk.platform.messaging.Refusal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the pages say, in one language.
final class Phrases {
    private static final List<Phrases> ALL = List.of(new Phrases(Locale.UK), new Phrases(Locale.GERMANY));

    private final Locale locale;
    private final ResourceBundle texts;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "dev.souk.identity.http.phrases", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// @param chosen by the visitor in a face, or empty
    /// @param accepted as the browser says, or empty
    static Phrases in(String chosen, String accepted) {
        var known = ALL.stream().filter(one -> one.tag().equals(chosen)).findFirst();
        return known.orElseGet(() -> wanted(accepted));
    }

    private static Phrases wanted(String accepted) {
        try {
            var best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted), ALL.stream().map(one -> Locale.of(one.tag())).toList());
            return ALL.stream().filter(one -> best != null && one.tag().equals(best.getLanguage())).findFirst().orElse(ALL.getFirst());
        } catch (IllegalArgumentException e) {
            return ALL.getFirst();
        }
    }

    /// For the page's `lang`.
    String tag() {
        return locale.getLanguage();
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /// A refusal in the visitor's language where there are words for it, otherwise in its own.
    String refusal(Refusal why) {
        var key = "refused." + why.code();
        return texts.containsKey(key) ? say(key) : why.detail();
    }
}

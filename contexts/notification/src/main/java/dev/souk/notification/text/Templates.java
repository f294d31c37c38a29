package dev.souk.notification.text;

import dev.souk.notification.db.TemplateRows;
import dev.souk.notification.domain.Kinds;
import dev.souk.platform.messaging.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The texts in use: those that staff has written over those that are shipped. A language that has no text takes the
/// shop's, then English.
public final class Templates {
    public static final List<String> SHIPPED = List.of("en", "de");

    private final String shopLocale;
    private final Map<String, Template> shipped = new HashMap<>();
    private volatile Map<String, Template> changed = Map.of();

    public Templates(String shopLocale) {
        this.shopLocale = shopLocale;
        for (var kind : Kinds.all()) {
            for (var locale : SHIPPED) {
                shipped.put(name(kind.key(), locale), Template.shipped(kind.key(), locale, resource(locale, kind.key())));
            }
        }
    }

    private static String name(String key, String locale) {
        return key + "/" + locale;
    }

    private static String resource(String locale, String key) {
        return resource("templates/" + locale + "/" + key + ".md");
    }

    static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/notification/" + name)) {
            return new String(
                    Objects.requireNonNull(in, () -> name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes in what staff has written.
    public void load(Tx tx) {
        use(TemplateRows.current(tx));
    }

    private void use(List<TemplateRows.Changed> rows) {
        var next = new HashMap<String, Template>();
        for (var row : rows) {
            next.put(
                    name(row.key(), row.locale()),
                    new Template(row.key(), row.locale(), row.version(), row.subject(), row.notice(), row.body()));
        }
        changed = Map.copyOf(next);
    }

    /// The text for a reader of `locale`, or the nearest there is.
    public Template of(String key, String locale) {
        return exact(key, locale)
                .or(() -> exact(key, language(locale)))
                .or(() -> exact(key, shopLocale))
                .or(() -> exact(key, language(shopLocale)))
                .or(() -> exact(key, "en"))
                .orElseThrow(() -> new IllegalArgumentException("no template " + key));
    }

    /// The text in just this language.
    public Optional<Template> exact(String key, String locale) {
        var name = name(key, locale);
        var own = changed.get(name);
        return Optional.ofNullable(own == null ? shipped.get(name) : own);
    }

    /// The text that came with the platform.
    public Optional<Template> shipped(String key, String locale) {
        return Optional.ofNullable(shipped.get(name(key, locale)));
    }

    /// Languages that have a text of this key.
    public List<String> locales(String key) {
        return Stream.concat(shipped.values().stream(), changed.values().stream())
                .filter(text -> text.key().equals(key))
                .map(Template::locale)
                .distinct()
                .sorted()
                .toList();
    }

    private static String language(String locale) {
        int end = locale.indexOf('-');
        return end < 0 ? locale : locale.substring(0, end);
    }
}

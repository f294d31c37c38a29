package dev.souk.notification.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts values into logic-less templates. Values are maps, lists and text only, so that a template can reach nothing
/// else; what they hold is shown as it is and never read as Markdown or HTML.
final class Filling {
    private static final int COMPILED = 2_000;
    private static final String MARKDOWN = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static final Mustache.Compiler LENIENT = Mustache.compiler()
            .withCollector(new MapsOnly())
            .withLoader(name -> {
                throw new MustacheException("a template cannot include another one: " + name);
            })
            .defaultValue("");

    private final Map<String, com.samskivert.mustache.Template> markdown = new ConcurrentHashMap<>();
    private final Map<String, com.samskivert.mustache.Template> plain = new ConcurrentHashMap<>();

    /// No reflection: a template sees what it is given.
    private static final class MapsOnly extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    /// For a mail's body.
    String markdown(String template, Map<String, Object> values) {
        return filled(markdown, LENIENT.withEscaper(Filling::escaped), template, values);
    }

    /// For a line that nothing interprets.
    String plain(String template, Map<String, Object> values) {
        return oneLine(filled(plain, LENIENT.withEscaper(Escapers.NONE), template, values));
    }

    private static String filled(
            Map<String, com.samskivert.mustache.Template> known, Mustache.Compiler compiler, String template,
            Map<String, Object> values) {
        if (known.size() > COMPILED) {
            known.clear();
        }
        return known.computeIfAbsent(template, compiler::compile).execute(values);
    }

    /// Checks a template against sample values.
    ///
    /// @throws MustacheException when it cannot be read or names what there is not
    static void check(String template, Map<String, Object> values) {
        if (template.contains("{{{") || template.contains("{{&")) {
            throw new MustacheException("values are always escaped: write {{name}}");
        }
        var filled = Mustache.compiler()
                .withCollector(new MapsOnly())
                .withLoader(name -> {
                    throw new MustacheException("a template cannot include another one: " + name);
                })
                .nullValue("")
                .escapeHTML(false)
                .compile(template)
                .execute(new HashMap<>(values));
        if (filled.contains("{{")) {
            throw new MustacheException("a {{ is never closed");
        }
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String escaped(String value) {
        var text = new StringBuilder(value.length() + 16);
        boolean space = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c)) {
                space = !text.isEmpty();
                continue;
            }
            if (space) {
                text.append(' ');
                space = false;
            }
            if (MARKDOWN.indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
        return text.toString();
    }
}

package dev.souk.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Nothing is said in one language only, and nothing that is asked for is unsaid.
class WordsTest {
    private static final Pattern USED = Pattern.compile("say(?:Or)?\\(\"([a-zA-Z0-9.-]+)\"");

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keys("words_de")).isEqualTo(keys("words"));
    }

    @Test
    void both_languages_take_the_same_arguments() throws IOException {
        var english = texts("words");
        var german = texts("words_de");
        for (var key : keys("words")) {
            assertThat(arguments(german.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void every_text_that_pages_ask_for_is_there() throws IOException {
        var known = keys("words");
        known.addAll(sharedKeys());
        var used = new TreeSet<String>();
        for (var folder : Set.of("src/main", "../pages/src/main")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(one -> one.toString().endsWith(".jte") || one.toString().endsWith(".java")).toList()) {
                    USED.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).filter(key -> !key.endsWith(".")).forEach(used::add);
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(known).containsAll(used);
    }

    private static Set<String> keys(String file) throws IOException {
        return texts(file).stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) throws IOException {
        return read(Path.of("src/main/resources/dev/souk/storefront/" + file + ".properties"));
    }

    private static Set<String> sharedKeys() throws IOException {
        return read(Path.of("../pages/src/main/resources/dev/souk/pages/words.properties")).stringPropertyNames();
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}

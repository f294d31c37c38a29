package dev.souk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is said in one language only, and nothing that is asked for is unsaid.
class WordsTest {
    private static final Pattern USED = Pattern.compile("(?:say(?:Or)?|done|warn)\\((?:turn, )?\"([a-zA-Z0-9._-]+)\"");
    private static final Path FOLDER = Path.of("src/main/resources/dev/souk/console");

    static List<String> files() {
        return Console.WORDS.stream().map(bundle -> bundle.substring(bundle.lastIndexOf('.') + 1)).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void both_languages_say_the_same_things(String file) throws IOException {
        var english = texts(FOLDER, file);
        var german = texts(FOLDER, file + "_de");
        assertThat(new TreeSet<>(german.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (var key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void no_text_is_said_in_two_files() throws IOException {
        var seen = new TreeSet<String>();
        for (var file : files()) {
            for (var key : texts(FOLDER, file).stringPropertyNames()) {
                assertThat(seen.add(key)).as("%s in %s", key, file).isTrue();
            }
        }
    }

    @Test
    void every_text_that_pages_ask_for_is_there() throws IOException {
        var known = new TreeSet<>(texts(Path.of("../pages/src/main/resources/dev/souk/pages"), "words").stringPropertyNames());
        for (var file : files()) {
            known.addAll(texts(FOLDER, file).stringPropertyNames());
        }
        try (Stream<Path> own = Files.walk(Path.of("src/main")); Stream<Path> shared = Files.walk(Path.of("../pages/src/main"))) {
            for (var file : Stream.concat(own, shared).filter(one -> one.toString().matches(".*\\.(jte|java)")).toList()) {
                USED.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).filter(key -> !key.endsWith("."))
                        .forEach(key -> assertThat(known).as(file.toString()).contains(key));
            }
        }
    }

    private static Properties texts(Path folder, String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(file + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}

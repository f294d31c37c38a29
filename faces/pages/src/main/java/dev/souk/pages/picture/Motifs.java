package dev.souk.pages.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be drawn, and the words that ask for it. A drawing is 400 by 400 and names its colours `@a` (the thing
/// itself), `@b` (darker), `@l` (lighter), `@c` (its contrast) and `@k` (ink).
final class Motifs {
    private static final String FILE = "/pictures/motifs.txt";
    static final String ANY = "gift";
    /// What things are rather decorated with: meant only where nothing else is.
    private static final Set<String> ORNAMENTS =
            Set.of("doll", "bear", "train", "plant", "bird", "heart", "star", "snow", "stocking", "tree", "bauble", "umbrella");

    private final Map<String, String> drawings = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final String edition;

    Motifs() {
        String name = null;
        var lines = lines();
        edition = Integer.toHexString(lines.hashCode());
        for (var line : lines) {
            if (line.startsWith("# ")) {
                name = heading(line.substring(2));
            } else if (!line.isBlank() && name != null) {
                drawings.merge(name, line, String::concat);
            }
        }
    }

    private String heading(String line) {
        var parts = line.split(":", 2);
        for (var word : parts[1].strip().split(" ", -1)) {
            words.putIfAbsent(word, parts[0]);
        }
        return parts[0];
    }

    private static List<String> lines() {
        try (var in = Motifs.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Differs when the drawings do.
    String edition() {
        return edition;
    }

    @Nullable String drawing(String name) {
        return drawings.get(name);
    }

    List<String> names() {
        return new ArrayList<>(drawings.keySet());
    }

    /// In English the last word that means something is the thing itself: a "candle plate" is a plate.
    Optional<String> meant(List<String> description) {
        var all = description.reversed().stream()
                .flatMap(word -> Optional.ofNullable(words.get(word)).or(() -> Optional.ofNullable(words.get(singular(word)))).stream())
                .toList();
        return all.stream().filter(name -> !ORNAMENTS.contains(name)).findFirst().or(() -> all.stream().findFirst());
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}

package dev.souk.platform.postgres;

import java.util.Collection;
import java.util.Comparator;

/// A value was given for a setting that nothing reads: most likely its name is misspelt.
public final class UnknownSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnknownSetting(String message) {
        super(message);
    }

    /// @param known the names that are read
    public static UnknownSetting of(String name, Collection<String> known) {
        var nearest = known.stream().min(Comparator.comparingInt(other -> distance(name, other)));
        return new UnknownSetting("there is no setting '" + name + "'"
                + nearest.map(other -> "; the nearest is '" + other + "'").orElse(""));
    }

    /// How many letters must be put in, taken out or replaced to make one of the other.
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}

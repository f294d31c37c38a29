package dev.souk.pages.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Colours that go together: the wall behind, and the thing in three shades with its contrast.
record Palette(String wall, String floor, String main, String dark, String light, String contrast) {
    static final String INK = "#2b2733";

    /// By the colours that names speak of.
    private static final Map<String, Palette> NAMED = Map.ofEntries(
            Map.entry("red", new Palette("#f7e3dc", "#edcfc5", "#d1413a", "#a72f31", "#f08a7a", "#fbf3e4")),
            Map.entry("pink", new Palette("#fbe9ee", "#f3d5de", "#ef8fae", "#d76a90", "#fbc8d6", "#b9345f")),
            Map.entry("blue", new Palette("#e3ebf7", "#cfdcef", "#3d6fc4", "#2c5299", "#8fb2ea", "#fdf1dc")),
            Map.entry("green", new Palette("#e6efe2", "#d3e2cd", "#4b8b5a", "#356b44", "#9cc79f", "#f6e7c4")),
            Map.entry("white", new Palette("#dfe6e6", "#ccd6d6", "#fbfaf6", "#d9d8d1", "#ffffff", "#8aa4a6")),
            Map.entry("black", new Palette("#ece8e3", "#dcd5cd", "#3a3640", "#25222b", "#77727e", "#e6b65c")),
            Map.entry("silver", new Palette("#e6e8ef", "#d3d7e2", "#a9b2c0", "#848e9f", "#d9dfe8", "#5d6b9b")),
            Map.entry("gold", new Palette("#f6eeda", "#ebdfc0", "#dba83a", "#b5852a", "#f2d183", "#8a3b2e")),
            Map.entry("purple", new Palette("#eee7f6", "#dfd3ed", "#8159b0", "#633f90", "#bba0dd", "#f4d9a6")),
            Map.entry("brown", new Palette("#f1e7dc", "#e3d4c3", "#a8754a", "#845936", "#d3a880", "#f7ecd5")),
            Map.entry("orange", new Palette("#fbeadb", "#f3d9c0", "#e8833a", "#c06525", "#f8b987", "#31656b")));

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("ruby", "red"), Map.entry("scarlet", "red"), Map.entry("retrospot", "red"), Map.entry("strawberry", "red"),
            Map.entry("santa", "red"), Map.entry("rose", "pink"), Map.entry("cherry", "red"), Map.entry("raspberry", "pink"),
            Map.entry("turquoise", "blue"), Map.entry("navy", "blue"), Map.entry("sky", "blue"), Map.entry("denim", "blue"),
            Map.entry("olive", "green"), Map.entry("mint", "green"), Map.entry("jade", "green"), Map.entry("emerald", "green"),
            Map.entry("ivory", "white"), Map.entry("cream", "white"), Map.entry("pearl", "white"), Map.entry("zinc", "silver"),
            Map.entry("grey", "silver"), Map.entry("metal", "silver"), Map.entry("aluminium", "silver"), Map.entry("glitter", "gold"),
            Map.entry("yellow", "gold"), Map.entry("brass", "gold"), Map.entry("lemon", "gold"), Map.entry("amber", "orange"),
            Map.entry("lilac", "purple"), Map.entry("violet", "purple"), Map.entry("amethyst", "purple"), Map.entry("lavender", "purple"),
            Map.entry("wood", "brown"), Map.entry("wooden", "brown"), Map.entry("chocolate", "brown"), Map.entry("wicker", "brown"),
            Map.entry("natural", "brown"), Map.entry("copper", "orange"), Map.entry("skull", "black"), Map.entry("jet", "black"));

    /// Where a name speaks of no colour.
    static final List<Palette> ANY = List.of(
            new Palette("#e9e4f4", "#d9d1ea", "#5a4fbf", "#3f3795", "#a9a1ea", "#f6c560"),
            new Palette("#fbe6d8", "#f2d3bf", "#d96b4a", "#b04f35", "#f3ab92", "#2f6a6d"),
            new Palette("#dfeceb", "#cbdedd", "#2f7f80", "#215e61", "#86bdbb", "#f5d08a"),
            new Palette("#f7ecd2", "#ecddb6", "#d79a2b", "#ad7819", "#f0cb7f", "#6b3f68"),
            new Palette("#e6ecdb", "#d5dfc4", "#71894a", "#556b33", "#b3c58d", "#e9745a"),
            new Palette("#f6e3e8", "#ebcfd7", "#b84a6b", "#903352", "#e094ac", "#f7e3b4"),
            new Palette("#e0e8f3", "#cbd8e9", "#41628f", "#2e486d", "#90abd0", "#ee9a6b"),
            new Palette("#f0e9e1", "#e1d6c9", "#8c5f56", "#6c453d", "#c59d93", "#7fb0a4"));

    /// The colour of the thing that a description speaks of, the first one named.
    static Optional<String> named(List<String> words) {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(NAMED.containsKey(word) ? word : MEANT.get(word)).stream())
                .findFirst();
    }

    static Optional<Palette> of(String name) {
        if (name.matches("p[0-7]")) {
            return Optional.of(ANY.get(name.charAt(1) - '0'));
        }
        return Optional.ofNullable(NAMED.get(name));
    }
}

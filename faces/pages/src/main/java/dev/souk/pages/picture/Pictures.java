package dev.souk.pages.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Draws what a product is called. The address of a picture says all there is to know about it (thing, colours,
/// pattern, how many), so that it never changes and is looked up nowhere.
public final class Pictures {
    private static final Pattern NAME =
            Pattern.compile("([a-z]{2,12})-([a-z0-9]{2,8})-([a-z]{3,8})-([1-3])(-tall)?\\.svg");
    private static final Pattern SET = Pattern.compile("(?:set of|set|pack of|pack|s/|box of)\\s*/?\\s*(\\d+)|^(\\d+)\\s");
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("retrospot", "dots"), Map.entry("polkadot", "dots"), Map.entry("polkadots", "dots"), Map.entry("spot", "dots"),
            Map.entry("spots", "dots"), Map.entry("spotty", "dots"), Map.entry("dotcom", "dots"), Map.entry("stripe", "stripes"),
            Map.entry("stripes", "stripes"), Map.entry("striped", "stripes"), Map.entry("stripey", "stripes"), Map.entry("gingham", "checks"),
            Map.entry("check", "checks"), Map.entry("tartan", "checks"), Map.entry("floral", "flowers"), Map.entry("flower", "flowers"),
            Map.entry("daisy", "flowers"), Map.entry("rose", "flowers"), Map.entry("roses", "flowers"), Map.entry("paisley", "flowers"),
            Map.entry("rosie", "flowers"), Map.entry("baroque", "checks"), Map.entry("hearts", "hearts"), Map.entry("heart", "hearts"),
            Map.entry("love", "hearts"), Map.entry("star", "stars"), Map.entry("stars", "stars"), Map.entry("vintage", "flowers"),
            Map.entry("christmas", "stars"), Map.entry("jack", "checks"), Map.entry("doily", "flowers"), Map.entry("woodland", "flowers"));

    private final Motifs motifs = new Motifs();

    /// Where the picture of a product is.
    public String of(UUID id, String name) {
        return url(drawing(id, name) + ".svg");
    }

    /// The same with room above and below, for a tall frame.
    public String tall(UUID id, String name) {
        return url(drawing(id, name) + "-tall.svg");
    }

    /// What is drawn for a name.
    public String motif(String name) {
        return motifs.meant(words(name)).orElse(Motifs.ANY);
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+", -1));
    }

    private String drawing(UUID id, String name) {
        var words = words(name);
        var motif = motifs.meant(words).orElse(Motifs.ANY);
        var colour = Palette.named(words).orElseGet(() -> "p" + Math.floorMod(id.getLeastSignificantBits(), 8));
        var pattern = words.stream()
                .flatMap(word -> Optional.ofNullable(PATTERNS.get(word)).stream())
                .filter(found -> !motif.startsWith(found.substring(0, found.length() - 1)))
                .findFirst()
                .orElse("plain");
        return motif + "-" + colour + "-" + pattern + "-" + many(name);
    }

    /// The address of a drawing; another release that draws otherwise has other addresses.
    public String url(String file) {
        return "/pictures/" + motifs.edition() + "/" + file;
    }

    /// How many things are shown for a set: more than three would only be a crowd.
    private static int many(String name) {
        var set = SET.matcher(name.toLowerCase(Locale.ROOT));
        if (!set.find()) {
            return 1;
        }
        var text = set.group(1) == null ? set.group(2) : set.group(1);
        return text.length() > 3 ? 1 : Math.clamp(Integer.parseInt(text), 1, 3);
    }

    /// The picture with a name that [#of] gave; empty for any other name.
    public Optional<String> draw(String file) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        var drawing = motifs.drawing(name.group(1));
        var palette = Palette.of(name.group(2));
        var pattern = Fabric.of(name.group(3));
        return drawing == null || palette.isEmpty() || pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(svg(drawing, palette.get(), pattern.get(), Integer.parseInt(name.group(4)), name.group(5) != null));
    }

    private static String svg(String drawing, Palette palette, Fabric fabric, int many, boolean tall) {
        var thing = drawing.replace("@a", fabric == Fabric.PLAIN ? palette.main() : "url(#f)")
                .replace("@b", palette.dark())
                .replace("@l", palette.light())
                .replace("@c", palette.contrast())
                .replace("@k", Palette.INK);
        var svg = new StringBuilder(4096)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"").append(tall ? "10 -170 380 633" : "0 0 400 400").append("\"><defs>")
                .append(fabric.definition(palette))
                .append("<g id=\"t\">").append(thing).append("</g></defs><rect y=\"-200\" width=\"400\" height=\"700\" fill=\"")
                .append(palette.wall()).append("\"/><path d=\"M0 292h400v208H0z\" fill=\"").append(palette.floor()).append("\"/>");
        for (var place : places(many)) {
            svg.append("<ellipse cx=\"").append(place.x()).append("\" cy=\"").append(place.y() + (int) (126 * place.size()))
                    .append("\" rx=\"").append((int) (118 * place.size())).append("\" ry=\"").append((int) (13 * place.size()))
                    .append("\" fill=\"").append(Palette.INK).append("\" opacity=\".13\"/><use href=\"#t\" transform=\"translate(")
                    .append((int) (place.x() - 200 * place.size())).append(' ').append((int) (place.y() - 200 * place.size()))
                    .append(") scale(").append(place.size()).append(")\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private record Place(int x, int y, double size) {}

    private static List<Place> places(int many) {
        return switch (many) {
            case 1 -> List.of(new Place(200, 206, 0.92));
            case 2 -> List.of(new Place(262, 194, 0.62), new Place(142, 226, 0.68));
            default -> List.of(new Place(200, 168, 0.52), new Place(292, 216, 0.54), new Place(118, 232, 0.58));
        };
    }
}

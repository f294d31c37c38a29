package dev.souk.pages.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the surface of a thing is printed with.
enum Fabric {
    PLAIN(0, ""),
    DOTS(44, "<circle cx=\"11\" cy=\"11\" r=\"7\" fill=\"@c\"/><circle cx=\"33\" cy=\"33\" r=\"7\" fill=\"@c\"/>"),
    STRIPES(36, "<path d=\"M0 0h18v36H0z\" fill=\"@l\"/>"),
    CHECKS(40, "<path d=\"M0 0h20v40H0z\" fill=\"@l\" opacity=\".55\"/><path d=\"M0 0h40v20H0z\" fill=\"@c\" opacity=\".4\"/>"),
    FLOWERS(60, "<g fill=\"@l\"><circle cx=\"16\" cy=\"10\" r=\"6\"/><circle cx=\"23\" cy=\"16\" r=\"6\"/><circle cx=\"20\" cy=\"24\" r=\"6\"/>"
            + "<circle cx=\"12\" cy=\"24\" r=\"6\"/><circle cx=\"9\" cy=\"16\" r=\"6\"/></g><circle cx=\"16\" cy=\"18\" r=\"5\" fill=\"@c\"/>"
            + "<g fill=\"@c\"><circle cx=\"46\" cy=\"44\" r=\"5\"/><circle cx=\"52\" cy=\"50\" r=\"5\"/><circle cx=\"40\" cy=\"50\" r=\"5\"/>"
            + "<circle cx=\"46\" cy=\"55\" r=\"5\"/></g>"),
    HEARTS(48, "<path d=\"M14 12c-5-8-15 0-9 8l9 9 9-9c6-8-4-16-9-8zM38 34c-4-6-12 0-7 7l7 7 7-7c5-7-3-13-7-7z\" fill=\"@c\"/>"),
    STARS(52, "<path d=\"M15 4l3 8 8 1-6 5 2 8-7-4-7 4 2-8-6-5 8-1zM40 30l2 6 6 1-5 4 2 6-5-3-5 3 2-6-5-4 6-1z\" fill=\"@c\"/>");

    private final int size;
    private final String print;

    Fabric(int size, String print) {
        this.size = size;
        this.print = print;
    }

    static Optional<Fabric> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    /// For the `defs` of a drawing, as the paint `f`.
    String definition(Palette palette) {
        return this == PLAIN
                ? ""
                : "<pattern id=\"f\" width=\"" + size + "\" height=\"" + size + "\" patternUnits=\"userSpaceOnUse\"><rect width=\"" + size
                        + "\" height=\"" + size + "\" fill=\"" + palette.main() + "\"/>"
                        + print.replace("@c", palette.contrast()).replace("@l", palette.light()) + "</pattern>";
    }
}

package dev.souk.pages;

import java.util.Map;

/// Line icons of 24 by 24, drawn with the text's colour.
public final class Icons {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("cart", "<path d=\"M5 8h14l-1 12H6z\"/><path d=\"M9 8V7a3 3 0 0 1 6 0v1\"/>"),
            Map.entry("search", "<circle cx=\"11\" cy=\"11\" r=\"6.5\"/><path d=\"m16 16 4.5 4.5\"/>"),
            Map.entry("plus", "<path d=\"M12 5v14M5 12h14\"/>"),
            Map.entry("minus", "<path d=\"M5 12h14\"/>"),
            Map.entry("close", "<path d=\"m6 6 12 12M18 6 6 18\"/>"),
            Map.entry("check", "<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>"),
            Map.entry("alert", "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7.5v5.5M12 16.2v.1\"/>"),
            Map.entry("truck", "<path d=\"M3 7h11v10H3zM14 10h4l3 3.5V17h-7z\"/><circle cx=\"7.5\" cy=\"18\" r=\"1.8\"/><circle cx=\"17\" cy=\"18\" r=\"1.8\"/>"),
            Map.entry("shield", "<path d=\"M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6z\"/><path d=\"m9 12 2.2 2.2L15.2 10\"/>"),
            Map.entry("tag", "<path d=\"M4 4h8l8 8-8 8-8-8z\"/><circle cx=\"8.5\" cy=\"8.5\" r=\"1.3\"/>"),
            Map.entry("moon", "<path d=\"M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z\"/>"),
            Map.entry("sun", "<circle cx=\"12\" cy=\"12\" r=\"4\"/><path d=\"M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4\"/>"),
            Map.entry("filter", "<path d=\"M4 7h16M7 12h10M10 17h4\"/>"),
            Map.entry("arrow", "<path d=\"M5 12h14m-5-5 5 5-5 5\"/>"),
            Map.entry("lock", "<rect x=\"5.5\" y=\"10.5\" width=\"13\" height=\"9.5\" rx=\"2\"/><path d=\"M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5\"/>"),
            Map.entry("bank", "<path d=\"m4 9 8-5 8 5zM6 9v8M10 9v8M14 9v8M18 9v8M4 20h16M4 17h16\"/>"));

    private Icons() {}

    /// The icon as part of a page; screen readers pass it over.
    public static String of(String name) {
        return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + PATHS.getOrDefault(name, "") + "</svg>";
    }
}

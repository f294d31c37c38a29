package dev.souk.pages;

import java.util.Map;

/// Line icons of 24 by 24, drawn with the text's colour.
public final class Icons {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("cart", "<path d=\"M5 8h14l-1 12H6z\"/><path d=\"M9 8V7a3 3 0 0 1 6 0v1\"/>"),
            Map.entry("user", "<circle cx=\"12\" cy=\"8\" r=\"3.8\"/><path d=\"M4.5 20c.6-4 3.7-6 7.5-6s6.9 2 7.5 6\"/>"),
            Map.entry("orders", "<path d=\"m4 8 8-4.5 8 4.5v8.5l-8 4.5-8-4.5zM4 8l8 4.5L20 8M12 12.5V21\"/>"),
            Map.entry("notices", "<path d=\"M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0\"/>"),
            Map.entry("points", "<path d=\"m12 4 2.4 5.1 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.8l5.6-.7z\"/>"),
            Map.entry("profile", "<rect x=\"3.5\" y=\"5.5\" width=\"17\" height=\"13\" rx=\"2\"/><circle cx=\"9\" cy=\"11\" r=\"2\"/><path d=\"M6 15.5c.5-1.3 1.6-2 3-2s2.5.7 3 2M14.5 10h3.5M14.5 13.5h3.5\"/>"),
            Map.entry("addresses", "<path d=\"M12 21c4-4.5 6.5-7.5 6.5-11a6.5 6.5 0 0 0-13 0c0 3.5 2.5 6.5 6.5 11z\"/><circle cx=\"12\" cy=\"10\" r=\"2.3\"/>"),
            Map.entry("security", "<circle cx=\"8\" cy=\"15.5\" r=\"3.5\"/><path d=\"m10.7 13 8.3-8.5M15.5 8l3 3M18 5.5l2 2\"/>"),
            Map.entry("preferences", "<path d=\"M4 8h9M17 8h3M4 16h3M11 16h9\"/><circle cx=\"15\" cy=\"8\" r=\"2\"/><circle cx=\"9\" cy=\"16\" r=\"2\"/>"),
            Map.entry("privacy", "<path d=\"M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6z\"/><circle cx=\"12\" cy=\"12\" r=\"2.5\"/>"),
            Map.entry("leave", "<path d=\"M14 4.5H6v15h8M10.5 12H20m-3.5-3.5L20 12l-3.5 3.5\"/>"),
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
            Map.entry("menu", "<path d=\"M4 7h16M4 12h16M4 17h16\"/>"),
            Map.entry("home", "<path d=\"m4 11 8-7 8 7v9h-5.5v-6h-5v6H4z\"/>"),
            Map.entry("box", "<path d=\"m12 3.5 8 4.2v8.6l-8 4.2-8-4.2V7.7zM4.3 7.9 12 12l7.7-4.1M12 12v8.3\"/>"),
            Map.entry("tree", "<rect x=\"9\" y=\"3.5\" width=\"6\" height=\"5\" rx=\"1\"/><rect x=\"3\" y=\"15.5\" width=\"6\" height=\"5\" rx=\"1\"/><rect x=\"15\" y=\"15.5\" width=\"6\" height=\"5\" rx=\"1\"/><path d=\"M12 8.5V12M6 15.5V12h12v3.5\"/>"),
            Map.entry("layers", "<path d=\"m12 4 8.5 4.5L12 13 3.5 8.5zM4 12.5l8 4.3 8-4.3M4 16.3l8 4.2 8-4.2\"/>"),
            Map.entry("percent", "<path d=\"M18.5 5.5l-13 13\"/><circle cx=\"7.5\" cy=\"7.5\" r=\"2.5\"/><circle cx=\"16.5\" cy=\"16.5\" r=\"2.5\"/>"),
            Map.entry("upload", "<path d=\"M12 16V4m-5 5 5-5 5 5M4 20h16\"/>"),
            Map.entry("users", "<circle cx=\"9\" cy=\"9\" r=\"3.5\"/><path d=\"M2.5 19.500c.6-3.5 3.2-5.2 6.5-5.200s5.9 1.7 6.5 5.200M16 5.800a3.5 3.5 0 0 1 0 6.400M18 14.800c2 .8 3.2 2.3 3.6 4.7\"/>"),
            Map.entry("receipt", "<path d=\"M6 3.500h12v17l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6\"/>"),
            Map.entry("card", "<rect x=\"3\" y=\"5.5\" width=\"18\" height=\"13\" rx=\"2\"/><path d=\"M3 10h18M6.5 15h4\"/>"),
            Map.entry("mail", "<rect x=\"3\" y=\"5.5\" width=\"18\" height=\"13\" rx=\"2\"/><path d=\"m3.5 7 8.5 6.500L20.5 7\"/>"),
            Map.entry("gear", "<circle cx=\"12\" cy=\"12\" r=\"3\"/><path d=\"M12 3.500v3M12 17.500v3M3.5 12h3M17.5 12h3M6 6l2.1 2.100M15.9 15.9 18 18M18 6l-2.1 2.100M8.1 15.9 6 18\"/>"),
            Map.entry("chart", "<path d=\"M4 4v16h16M8 16v-4M12 16V8M16 16v-6\"/>"),
            Map.entry("play", "<path d=\"M7.5 5v14l11-7z\"/>"),
            Map.entry("pulse", "<path d=\"M3 12.500h4l2.5-7 5 13 2.5-6h4\"/>"),
            Map.entry("clock", "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.500V12l3 2\"/>"),
            Map.entry("eye", "<path d=\"M2.5 12C5 7.5 8.3 5.5 12 5.500s7 2 9.5 6.500c-2.5 4.5-5.8 6.5-9.5 6.500S5 16.5 2.5 12z\"/><circle cx=\"12\" cy=\"12\" r=\"2.8\"/>"),
            Map.entry("link", "<path d=\"M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1\"/>"),
            Map.entry("bank", "<path d=\"m4 9 8-5 8 5zM6 9v8M10 9v8M14 9v8M18 9v8M4 20h16M4 17h16\"/>"));

    private Icons() {}

    /// The icon as part of a page; screen readers pass it over.
    public static String of(String name) {
        return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + PATHS.getOrDefault(name, "") + "</svg>";
    }
}

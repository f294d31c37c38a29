package dev.souk.pages;

import dev.souk.platform.face.Shown;

/// One page or form target of a face, as data.
///
/// @param path below the face's home; `{name}` is one segment
public record Page(String method, String path, Handler handler) {
    /// Answers one visit.
    @FunctionalInterface
    public interface Handler {
        Shown show(Turn turn);
    }

    public static Page get(String path, Handler handler) {
        return new Page("GET", path, handler);
    }

    public static Page post(String path, Handler handler) {
        return new Page("POST", path, handler);
    }
}

package dev.souk.pages;

import dev.souk.platform.face.Shown;
import java.util.Set;

/// One page or form target of a face, as data.
///
/// @param path below the face's home; `{name}` is one segment
/// @param roles whose page it is; none for everybody who gets there
/// @param known whether only those who have signed in get there
/// @param most bytes that a form may have
public record Page(String method, String path, Handler handler, Set<String> roles, boolean known, int most) {
    private static final int FORM = 64 * 1024;

    /// Answers one visit.
    @FunctionalInterface
    public interface Handler {
        Shown show(Turn turn);
    }

    public Page {
        roles = Set.copyOf(roles);
    }

    public static Page get(String path, Handler handler) {
        return new Page("GET", path, handler, Set.of(), false, FORM);
    }

    public static Page post(String path, Handler handler) {
        return new Page("POST", path, handler, Set.of(), false, FORM);
    }

    /// Guests are asked to sign in, and then see it.
    public Page signedIn() {
        return new Page(method, path, handler, roles, true, most);
    }

    /// The same, and for whoever has none of these roles the page is closed.
    public Page only(String... any) {
        return new Page(method, path, handler, Set.of(any), true, most);
    }

    /// A form that files are sent with.
    public Page upTo(int bytes) {
        return new Page(method, path, handler, roles, known, bytes);
    }
}

package dev.souk.platform.face;

/// A set of pages under one path. Whatever the API does not answer goes to the face with the longest matching home.
public interface Face {
    /// Tells faces apart in metrics.
    String name();

    /// Where its pages begin: empty for the root, otherwise for example `/console`.
    String home();

    /// How many bytes a request to this address may bring.
    default int most(String method, String path) {
        return 64 * 1024;
    }

    /// Answers one request; also with a page of its own for an address that it does not know.
    ///
    /// @param api the public API on behalf of this visitor
    Shown answer(Visit visit, Api api);
}

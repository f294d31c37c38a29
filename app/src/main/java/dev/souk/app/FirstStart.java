package dev.souk.app;

import dev.souk.platform.web.TokenMint;
import java.net.URI;

/// Fills a new data directory through the running platform's public API: the demo shop. Named in `META-INF/services`;
/// runs once, after the start, unless the platform was started empty.
public interface FirstStart {
    /// One line for the person who waits.
    String announcement();

    void run(URI address, TokenMint mint) throws InterruptedException;
}

package dev.souk.tests.architecture.broken.bazaar;

import java.time.Instant;

/// Has a time of its own.
final class ReadsClock {
    Instant now() {
        return Instant.now();
    }
}

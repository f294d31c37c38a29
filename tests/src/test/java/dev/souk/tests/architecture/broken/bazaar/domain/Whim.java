package dev.souk.tests.architecture.broken.bazaar.domain;

import java.util.UUID;

/// Decides differently each time.
final class Whim {
    UUID id() {
        return UUID.randomUUID();
    }
}

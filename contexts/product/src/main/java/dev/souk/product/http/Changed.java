package dev.souk.product.http;

import java.util.UUID;

/// What was added or changed, and its version now.
record Changed(UUID id, long version) {}

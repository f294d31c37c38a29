package dev.souk.app.operations;

import org.jspecify.annotations.Nullable;

/// Why an operator does something; it is kept.
public record Reason(@Nullable String reason) {}

package dev.souk.platform.messaging;

/// A message with its envelope, as a batch handler sees it.
public record Received<M extends Message>(M message, Envelope envelope) {}

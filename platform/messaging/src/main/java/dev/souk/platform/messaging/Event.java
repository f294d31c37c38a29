package dev.souk.platform.messaging;

/// A fact that is already durable. Any number of contexts may react.
public non-sealed interface Event extends Message {}

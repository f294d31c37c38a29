package dev.souk.notification.domain;

/// A way to a recipient.
public enum Channel {
    EMAIL,
    SMS,
    PUSH,
    IN_APP
}

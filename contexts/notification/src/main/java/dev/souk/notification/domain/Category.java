package dev.souk.notification.domain;

/// What sort of notice it is; decides which rules hold it back.
public enum Category {
    TRANSACTIONAL,
    SECURITY,
    DELIVERY,
    MARKETING
}

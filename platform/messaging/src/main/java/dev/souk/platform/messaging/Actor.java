package dev.souk.platform.messaging;

/// Who stands behind a change.
///
/// @param id subject of the token, cart id of a guest, name of a service; never a personal value
public record Actor(Kind kind, String id) {
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system");

    public enum Kind {
        CUSTOMER,
        GUEST,
        STAFF,
        SERVICE,
        PROVIDER,
        SYSTEM
    }
}

package dev.souk.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Somebody in the house who is told, not by name.
public enum Team {
    MERCHANDISING("MERCHANDISER"),
    FINANCE("FINANCE"),
    OPERATIONS("OPERATOR");

    private final String role;
    private final UUID recipient;

    Team(String role) {
        this.role = role;
        this.recipient = UUID.nameUUIDFromBytes(("souk team " + name()).getBytes(StandardCharsets.UTF_8));
    }

    /// Whose notices in the shop these are.
    public String role() {
        return role;
    }

    /// Stands where otherwise a customer's id stands.
    public UUID recipient() {
        return recipient;
    }
}

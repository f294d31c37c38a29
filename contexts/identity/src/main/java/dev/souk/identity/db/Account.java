package dev.souk.identity.db;

import dev.souk.identity.domain.Lockout;
import dev.souk.platform.messaging.Sealed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One login as it stands in the database.
///
/// @param hash null for who has no password yet
public record Account(
        UUID id, @Nullable UUID customerId, @Nullable Sealed<String> email, boolean emailVerified, boolean active,
        Lockout lockout, @Nullable String hash) {

    /// A member of staff signs in with two factors.
    public boolean staff() {
        return customerId == null;
    }

    /// The address of a member of staff, whom no other context knows; null for customers.
    public @Nullable Sealed<String> staffEmail() {
        return staff() ? email : null;
    }
}

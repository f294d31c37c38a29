package dev.souk.platform.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a member of staff did, or looked at, for the audit log. Who and on which journey the transaction knows.
///
/// @param action what, in words that stay the same, for example a route
/// @param target to what
/// @param roles that were held
/// @param person whose personal data was shown; null when none was
/// @param purpose what for, sealed for that person; null where none was asked
public record Audited(
        String action, String target, String roles, @Nullable UUID person, @Nullable Sealed<String> purpose) {}

package dev.souk.identity;

import dev.souk.identity.domain.Network;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a sign-in comes from, sealed under the person's key.
///
/// @param device what the browser says of itself
public record Origin(@Nullable Sealed<String> device, @Nullable Sealed<String> network) {
    public static Origin of(Vault vault, UUID person, String address, @Nullable String userAgent) {
        var device = userAgent == null ? null : userAgent.substring(0, Math.min(userAgent.length(), 300));
        return new Origin(
                device == null ? null : vault.seal(person, device), vault.seal(person, Network.of(address)));
    }
}

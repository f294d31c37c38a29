package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a machine or an application ask for tokens. The secret is shown this once.
///
/// @param roles of a machine's own tokens
/// @param redirectUris where people who sign in come back to; a client has these or roles
/// @param logoutUris where it may go on to after signing somebody out
/// @param open an application that can keep no secret: PKCE alone
@MessageType(name = "CreateApiClient", version = "1.0", context = "identity")
public record CreateApiClient(
        String clientId, String name, List<String> roles, List<String> redirectUris, List<String> logoutUris, boolean open,
        @Nullable Instant expiresAt, UUID by)
        implements Confidential<CreateApiClient.Created> {
    @Override
    public String key() {
        return clientId;
    }

    /// @param secret null for an open client
    public record Created(String clientId, @Nullable Secret secret) {}
}

package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.util.List;
import java.util.UUID;

/// Makes a member of staff of the demo shop, with everything that is needed to try it. Refused by a production platform.
///
/// @param totp shared secret of the second factor, Base32
@MessageType(name = "AddDemoAccount", version = "1.0", context = "identity")
public record AddDemoAccount(Secret email, Secret password, Secret totp, List<String> roles) implements Confidential<UUID> {
    public AddDemoAccount {
        roles = List.copyOf(roles);
    }

    @Override
    public String key() {
        return "demo";
    }
}

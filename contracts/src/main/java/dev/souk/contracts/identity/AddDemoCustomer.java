package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.util.UUID;

/// Makes the login of a customer of the demo shop, whose address counts as verified. For a login that is there it sets
/// the password. Refused by a production platform.
@MessageType(name = "AddDemoCustomer", version = "1.0", context = "identity")
public record AddDemoCustomer(UUID customerId, Secret email, Secret password) implements Confidential<UUID> {
    @Override
    public String key() {
        return customerId.toString();
    }
}

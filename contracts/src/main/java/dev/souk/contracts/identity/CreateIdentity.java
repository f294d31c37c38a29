package dev.souk.contracts.identity;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Secret;
import java.util.UUID;

/// Makes a login for a customer; the identity has the customer's id. Twice with the same address and password changes
/// nothing. Refused for the password first (400), and only after the price of its hash because of the address (409
/// `EMAIL_TAKEN`), so that nobody learns from the time who is known.
@MessageType(name = "CreateIdentity", version = "1.0", context = "identity")
public record CreateIdentity(UUID customerId, Secret email, Secret password) implements Confidential<UUID> {
    @Override
    public String key() {
        return customerId.toString();
    }
}

package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person opens an account. Her credentials are already with identity, under the same id. `emailBlind` is the keyed hash
/// of the normalised address. Answers the id of the account that has the address now, which may be another one.
@MessageType(name = "RegisterCustomer", version = "1.0", context = "customer")
public record RegisterCustomer(
        UUID customerId,
        Sealed<String> email,
        String emailBlind,
        @Nullable Sealed<String> name,
        @Nullable Sealed<String> phone,
        @Nullable String locale,
        boolean marketingConsent,
        @Nullable String consentVersion) implements Command<UUID> {
    @Override
    public String key() {
        return customerId().toString();
    }
}

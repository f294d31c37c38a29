package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes the profile; what is null stays, what `cleared` names (NAME, PHONE) is removed. A new e-mail address counts once
/// it is verified. Answers the new version.
@MessageType(name = "UpdateCustomer", version = "1.0", context = "customer")
public record UpdateCustomer(
        UUID customerId,
        @Nullable Sealed<String> email,
        @Nullable String emailBlind,
        @Nullable Sealed<String> name,
        @Nullable Sealed<String> phone,
        @Nullable String locale,
        List<String> cleared,
        @Nullable Long expectedVersion) implements Command<Long> {
    public UpdateCustomer {
        cleared = List.copyOf(cleared);
    }

    @Override
    public String key() {
        return customerId().toString();
    }
}

package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts a customer into a group that price lists, rules and promotions may name; null takes the customer out.
@MessageType(name = "AssignCustomerGroup", version = "1.0", context = "pricing")
public record AssignCustomerGroup(
        UUID customerId,
        @Nullable String customerGroup,
        @Nullable Long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return customerId().toString();
    }
}

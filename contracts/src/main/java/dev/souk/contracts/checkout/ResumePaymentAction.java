package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;

/// The shopper is back from the provider's page.
@MessageType(name = "ResumePaymentAction", version = "1.0", context = "checkout")
public record ResumePaymentAction(
        UUID checkoutId,
        String actionResultRef) implements Command<GetCheckoutStatus.Status> {
    @Override
    public String key() {
        return checkoutId().toString();
    }
}

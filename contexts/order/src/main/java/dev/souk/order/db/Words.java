package dev.souk.order.db;

import dev.souk.platform.messaging.Vault;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody has written on an order. It may say anything about anybody, so it is kept under the key of the order's
/// customer from the moment it comes in, and journals hold none of it in clear.
public final class Words {
    private final Vault vault;

    public Words(Vault vault) {
        this.vault = vault;
    }

    /// Sealed text of all that was said; null when nothing was, or the customer is erased.
    public @Nullable String sealed(UUID customer, @Nullable String... said) {
        var all = Arrays.stream(said).filter(Objects::nonNull).filter(text -> !text.isBlank()).collect(Collectors.joining(" / "));
        if (all.isEmpty()) {
            return null;
        }
        try {
            return vault.seal(customer, all).text();
        } catch (Vault.SubjectErased _) {
            return null;
        }
    }
}

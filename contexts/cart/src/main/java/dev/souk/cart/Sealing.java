package dev.souk.cart;

import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Destination;
import dev.souk.contracts.Address;
import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a shopper tells of themselves is sealed when it comes in, once, for everybody who gets it later. Only the price,
/// which depends on region and postal code, and the shopper's own page make the cart open it again.
final class Sealing {
    private final Vault vault;

    Sealing(Vault vault) {
        this.vault = vault;
    }

    /// Somebody who is not known by any id yet.
    UUID guest() {
        return vault.newcomer();
    }

    Delivery delivery(UUID person, @Nullable Address to, @Nullable String method, @Nullable String email) {
        return new Delivery(destination(person, to), method, email == null ? null : vault.seal(person, email));
    }

    @Nullable Destination destination(UUID person, @Nullable Address to) {
        return to == null ? null : new Destination(vault.seal(person, to), to.countryCode());
    }

    /// Of somebody who is erased the country is left.
    @Nullable Address address(Delivery delivery) {
        var to = delivery.to();
        return to == null
                ? null
                : vault.open(to.address(), Address.class).orElseGet(() -> Address.erased(to.country()));
    }

    @Nullable String email(@Nullable Sealed<String> email) {
        return email == null ? null : vault.open(email, String.class).orElse(null);
    }

    CalculatePrice.@Nullable Destination priced(Delivery delivery) {
        var to = address(delivery);
        return to == null ? null : new CalculatePrice.Destination(to.countryCode(), to.region(), to.postalCode());
    }
}

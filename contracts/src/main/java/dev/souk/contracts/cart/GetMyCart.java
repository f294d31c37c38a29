package dev.souk.contracts.cart;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.Optional;
import java.util.UUID;

/// The cart that this customer used last and has not yet ordered.
@MessageType(name = "GetMyCart", version = "1.0", context = "cart")
public record GetMyCart(UUID customerId) implements Query<Optional<GetCart.Cart>> {}

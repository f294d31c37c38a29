package dev.souk.contracts.cart;

import java.util.UUID;

/// One line of a cart is now this; `quantity` 0 means that it is gone. `unitPrice` (minor units) is for display, the
/// charged price comes from the quote.
public record ItemChanged(
        UUID cartId, long version, int lines, UUID lineId, UUID productId, String sku, int quantity, long unitPrice) {}

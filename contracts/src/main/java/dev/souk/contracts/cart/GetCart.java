package dev.souk.contracts.cart;

import dev.souk.contracts.Address;
import dev.souk.contracts.Masked;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One cart with present prices. Empty when there is none, or not for `by`.
@MessageType(name = "GetCart", version = "1.1", context = "cart")
public record GetCart(UUID cartId, CartAccess by) implements Query<Optional<GetCart.Cart>> {
    /// @param priced false when no price could be calculated; then the amounts are null
    /// @param reopened why the last checkout ended without an order, until the next one
    /// @param droppedCode a code that was taken off because its promotion ended
    public record Cart(
            UUID cartId,
            long version,
            String status,
            String channel,
            @Nullable UUID customerId,
            String currency,
            List<Line> lines,
            boolean priced,
            @Nullable Totals totals,
            @Nullable String promotionCode,
            @Nullable String codeRejected,
            @Nullable String droppedCode,
            @Nullable String reopened,
            @Nullable Delivery delivery,
            @Nullable UUID checkoutId,
            Instant createdAt,
            Instant lastActivityAt,
            @Nullable Points points) {
        public Cart {
            lines = List.copyOf(lines);
        }

        /// For staff who need not know where to.
        public Cart masked() {
            return new Cart(
                    cartId, version, status, channel, customerId, currency, lines, priced, totals, promotionCode,
                    codeRejected, droppedCode, reopened, delivery == null ? null : delivery.masked(), checkoutId,
                    createdAt, lastActivityAt, points);
        }
    }

    /// Amounts in minor units. `unitPrice` is the present price; `priceChanged` says that the catalogue's price differs
    /// from `addedPrice`, the one seen when the line was last added to.
    ///
    /// @param available what was left when the line was last found short; null when it is not short
    public record Line(
            UUID lineId,
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            String name,
            int quantity,
            long unitPrice,
            long addedPrice,
            boolean negotiated,
            @Nullable Long discount,
            @Nullable Long net,
            boolean priceChanged,
            boolean unavailable,
            boolean discontinued,
            @Nullable Long available) {}

    /// Reward points: how many the customer wants to spend, how many this cart takes, and what they take off.
    public record Points(long wanted, long used, long amount) {}

    public record Totals(long subtotal, long discount, long shipping, long tax, long total, boolean complete) {}

    public record Delivery(@Nullable Address address, @Nullable String shippingMethodId, @Nullable String email) {
        private Delivery masked() {
            return new Delivery(
                    address == null ? null : address.masked(),
                    shippingMethodId,
                    email == null ? null : Masked.email(email));
        }
    }
}

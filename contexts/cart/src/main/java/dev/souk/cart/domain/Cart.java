package dev.souk.cart.domain;

import dev.souk.contracts.cart.CartAccess;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart without its lines.
///
/// @param guestId the customer id that a cart without a customer checks out with, once it has
/// @param reopenReason why the last checkout ended without an order
/// @param points how many reward points the customer wants to spend; null means none
/// @param droppedCode a code that was taken off because its promotion ended
public record Cart(
        UUID id,
        long version,
        Status status,
        Channel channel,
        String currency,
        @Nullable UUID customerId,
        @Nullable String tokenHash,
        @Nullable UUID guestId,
        Limits limits,
        int lineCount,
        @Nullable String promotionCode,
        @Nullable String droppedCode,
        Delivery delivery,
        @Nullable UUID checkoutId,
        @Nullable String reopenReason,
        @Nullable UUID mergedInto,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable Long points) {

    /// Whether the cart may be seen at all.
    public boolean belongsTo(CartAccess by) {
        return by.salesDesk()
                || (customerId != null && customerId.equals(by.subject()))
                || (tokenHash != null && tokenHash.equals(by.tokenHash()));
    }

    /// Whether the cart can be changed now by someone who has seen `expectedVersion`.
    public Outcome<Cart> toChange(@Nullable Long expectedVersion) {
        Refusal why =
                switch (status) {
                    case CHECKING_OUT -> checkoutId == null ? null : new CartRefusal.Locked(checkoutId);
                    case MERGED, EXPIRED -> new CartRefusal.Closed(status);
                    case ACTIVE ->
                        expectedVersion == null || expectedVersion == version
                                ? null
                                : Refusal.stale(expectedVersion, version);
                };
        return why == null ? Outcome.done(this) : Outcome.refused(why);
    }

    /// The customer of an order made from this cart.
    public @Nullable UUID buyer() {
        return customerId == null ? guestId : customerId;
    }

    public boolean canBeReminded() {
        return customerId != null || delivery.email() != null;
    }
}

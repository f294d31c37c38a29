package dev.souk.cart.domain;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.platform.messaging.NameBasedId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a cart: a product or variant at the shop's price, or at one negotiated price.
///
/// @param unitPrice as seen when it was last added, minor units
/// @param addedVersion version of the cart at which the line came in
/// @param available what was left when a checkout failed for this line
public record Line(
        UUID lineId,
        UUID productId,
        @Nullable UUID variantId,
        String sku,
        String name,
        int quantity,
        long unitPrice,
        @Nullable Long negotiatedPrice,
        long addedVersion,
        @Nullable Long available) {

    /// The same product, variant and negotiated price in the same cart is the same line.
    public static UUID idOf(UUID cartId, UUID productId, @Nullable UUID variantId, @Nullable Long negotiatedPrice) {
        return NameBasedId.of(cartId, productId + "/" + variantId + "/" + negotiatedPrice);
    }

    /// A first line for what is offered.
    public static Line of(UUID cartId, Offer offer, int quantity, @Nullable Long negotiatedPrice, long version) {
        return new Line(
                idOf(cartId, offer.productId(), offer.variantId(), negotiatedPrice),
                offer.productId(),
                offer.variantId(),
                offer.sku(),
                offer.name(),
                quantity,
                negotiatedPrice == null ? offer.price() : negotiatedPrice,
                negotiatedPrice,
                version,
                null);
    }

    /// Another quantity; a mark of a failed checkout does not outlive it.
    public Line of(int otherQuantity) {
        return new Line(
                lineId, productId, variantId, sku, name, otherQuantity, unitPrice, negotiatedPrice, addedVersion, null);
    }

    /// More of it, seen at the present price.
    public Line more(int sum, long presentPrice) {
        return new Line(
                lineId, productId, variantId, sku, name, sum, presentPrice, negotiatedPrice, addedVersion, null);
    }

    public CalculatePrice.Line toPrice() {
        return new CalculatePrice.Line(lineId, productId, variantId, sku, quantity, negotiatedPrice);
    }
}

package dev.souk.order.http;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.order.domain.AddressRules;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Vault;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A [CreateOrder] as a service sends it over HTTP: with the addresses in clear, because nobody outside has keys.
public record NewOrder(
        @Nullable UUID orderId,
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        @Nullable UUID checkoutId,
        @Nullable UUID reservationId,
        @Nullable UUID paymentId,
        @Nullable UUID paymentAuthorizationId,
        @Nullable Payment payment,
        @Nullable UUID quoteId,
        @Nullable String quoteHash,
        @Nullable List<CreateOrder.Item> items,
        @Nullable Long subtotal,
        @Nullable Long discount,
        @Nullable Long shipping,
        @Nullable Long tax,
        @Nullable Long total,
        @Nullable String currency,
        @Nullable Address deliveryAddress,
        @Nullable Address billingAddress,
        @Nullable String shippingMethodId,
        @Nullable List<CreateOrder.Promotion> promotions,
        @Nullable String email,
        @Nullable String channel,
        @Nullable String placedBy) {
    private static final int LAST = 4;
    private static final int EMAIL = 254;

    public record Payment(@Nullable String kind, @Nullable String brand, @Nullable String last4) {}

    /// The first thing that keeps it from becoming a command.
    @Nullable Refusal problem() {
        if (orderId == null) {
            return Refusal.invalid("ORDER_ID_MISSING", "orderId is missing.");
        }
        var whole = customerId != null && items != null && promotions != null && subtotal != null && discount != null
                && shipping != null && tax != null && total != null;
        if (!whole || !AddressRules.present(deliveryAddress) || !AddressRules.present(billingAddress)) {
            return Refusal.invalid("INCOMPLETE", "Something is missing: the amounts, the customer, a list or an address.");
        }
        if (payment != null && payment.last4() != null && payment.last4().length() > LAST) {
            return Refusal.invalid("PAYMENT_INVALID", "Of a card's number only the last four digits may be sent.");
        }
        return email == null || email.length() <= EMAIL
                ? null
                : Refusal.invalid("INCOMPLETE", "email has at most " + EMAIL + " characters.");
    }

    @SuppressWarnings("NullAway") // what is left out is refused by the handler
    CreateOrder command(Vault vault) {
        var customer = Objects.requireNonNull(customerId);
        var delivery = vault.seal(customer, Objects.requireNonNull(deliveryAddress));
        var same = deliveryAddress.equals(billingAddress);
        return new CreateOrder(
                orderId, cartId, customer, checkoutId, reservationId, paymentId, paymentAuthorizationId, paid(vault),
                quoteId, quoteHash, items, subtotal, discount, shipping, tax, total, currency, delivery,
                same ? delivery : vault.seal(customer, billingAddress), deliveryAddress.countryCode(),
                billingAddress.countryCode(), shippingMethodId, promotions,
                email == null ? null : vault.seal(customer, email), channel, placedBy, null);
    }

    @SuppressWarnings("NullAway") // what is left out is refused by the handler
    private CreateOrder.@Nullable Payment paid(Vault vault) {
        if (payment == null) {
            return null;
        }
        var last4 = payment.last4();
        return new CreateOrder.Payment(
                payment.kind(), payment.brand(), last4 == null ? null : vault.seal(customerId, last4));
    }
}

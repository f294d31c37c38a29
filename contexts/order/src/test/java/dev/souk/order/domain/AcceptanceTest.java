package dev.souk.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    private final Acceptance acceptance = new Acceptance(100_000_000);

    @Test
    void an_order_that_adds_up_is_accepted() {
        assertThat(acceptance.problem(order(List.of(item(2, 500, 100)), 900, 100, 20))).isNull();
    }

    @Test
    void totals_must_add_up_to_the_minor_unit() {
        var good = order(List.of(item(2, 500, 100)), 900, 100, 20);

        assertThat(problem(good, good.total() + 1, "EUR")).isEqualTo("TOTAL_MISMATCH");
        assertThat(problem(good, good.total() - 1, "EUR")).isEqualTo("TOTAL_MISMATCH");
        assertThat(acceptance.problem(with(good, good.subtotal() + 1, good.discount()))).isEqualTo("SUBTOTAL_MISMATCH");
        assertThat(acceptance.problem(with(good, good.subtotal(), good.discount() + 1))).isEqualTo("DISCOUNT_MISMATCH");
    }

    @Test
    void an_order_needs_lines_with_at_least_one_unit_each() {
        assertThat(acceptance.problem(order(List.of(), 0, 0, 0))).isEqualTo("ORDER_EMPTY");
        assertThat(acceptance.problem(order(List.of(item(0, 500, 0)), 0, 0, 0))).isEqualTo("QUANTITY_TOO_SMALL");
        assertThat(acceptance.problem(order(List.of(item(-1, 500, 0)), 0, 0, 0))).isEqualTo("QUANTITY_TOO_SMALL");
        assertThat(acceptance.problem(order(List.of(item(1, -5, 0)), -5, 0, 0))).isEqualTo("NEGATIVE_AMOUNT");
        var twice = item(1, 5, 0);
        assertThat(acceptance.problem(order(List.of(twice, twice), 10, 0, 0))).isEqualTo("LINE_TWICE");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "EU", "EURO", "eur", "E R"})
    void a_currency_is_three_capital_letters(@Nullable String currency) {
        var good = order(List.of(item(1, 500, 0)), 500, 0, 0);

        assertThat(problem(good, good.total(), currency)).isEqualTo("CURRENCY_INVALID");
    }

    @Test
    void nothing_that_could_be_a_card_number_is_taken() {
        var good = order(List.of(item(1, 500, 0)), 500, 0, 0);

        assertThat(acceptance.problem(paid(good, "visa"))).isNull();
        assertThat(acceptance.problem(paid(good, "visa 4242424242424242 4242424242424242 4242"))).isEqualTo("PAYMENT_INVALID");
    }

    private static CreateOrder paid(CreateOrder o, String brand) {
        return new CreateOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(), null,
                new CreateOrder.Payment("card", brand, null), o.quoteId(), o.quoteHash(), o.items(), o.subtotal(),
                o.discount(), o.shipping(), o.tax(), o.total(), o.currency(), o.deliveryAddress(), o.billingAddress(),
                o.deliveryCountry(), o.billingCountry(), o.shippingMethodId(), List.of(), null, o.channel(), o.placedBy(), null);
    }

    @Test
    void an_order_has_a_highest_value() {
        assertThat(acceptance.problem(order(List.of(item(1, 100_000_000, 0)), 100_000_000, 0, 0))).isNull();
        assertThat(acceptance.problem(order(List.of(item(1, 100_000_001, 0)), 100_000_001, 0, 0)))
                .isEqualTo("ORDER_TOO_LARGE");
    }

    @Test
    void amounts_beyond_all_numbers_are_refused_and_not_wrapped() {
        assertThat(acceptance.problem(order(List.of(item(3, Long.MAX_VALUE / 2, 0)), 1, 0, 0)))
                .isEqualTo("AMOUNT_TOO_LARGE");
        assertThat(acceptance.problem(order(List.of(item(1, 1, 0), new CreateOrder.Item(
                        UUID.randomUUID(), UUID.randomUUID(), null, "S", "N", 1, 1, 0, Long.MAX_VALUE, 0)), 2, 0, 0)))
                .isEqualTo("AMOUNT_TOO_LARGE");
    }

    @Nullable String problem(CreateOrder order, long total, @Nullable String currency) {
        return acceptance.problem(copy(order, order.subtotal(), order.discount(), total, currency));
    }

    private static CreateOrder with(CreateOrder order, long subtotal, long discount) {
        return copy(order, subtotal, discount, order.total(), order.currency());
    }

    private static CreateOrder.Item item(int quantity, long unit, long discount) {
        return new CreateOrder.Item(
                UUID.randomUUID(), UUID.randomUUID(), null, "SKU", "Thing", quantity, unit, discount,
                unit * quantity < 0 ? 0 : unit * quantity - discount, 0);
    }

    private static CreateOrder order(List<CreateOrder.Item> items, long goods, long shipping, long tax) {
        long subtotal = items.stream().mapToLong(i -> i.unitPrice() * i.quantity()).sum();
        long discount = items.stream().mapToLong(CreateOrder.Item::discount).sum();
        var id = UUID.randomUUID();
        Sealed<Address> address = Sealed.of(id, "AAAA");
        return new CreateOrder(
                id, id, id, id, id, id, null, null, id, "hash", items, subtotal, discount, shipping, tax,
                goods + shipping + tax, "EUR", address, address, "DE", "DE", "STANDARD", List.of(), null, "WEB", "CUSTOMER", null);
    }

    @SuppressWarnings("NullAway") // what a request leaves out arrives as null
    private static CreateOrder copy(
            CreateOrder o, long subtotal, long discount, long total, @Nullable String currency) {
        return new CreateOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(), null, null,
                o.quoteId(), o.quoteHash(), o.items(), subtotal, discount, o.shipping(), o.tax(), total, currency,
                o.deliveryAddress(), o.billingAddress(), o.deliveryCountry(),
                o.billingCountry(), o.shippingMethodId(), List.of(), null, o.channel(),
                o.placedBy(), null);
    }
}

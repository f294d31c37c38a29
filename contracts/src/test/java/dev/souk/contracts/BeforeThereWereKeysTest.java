package dev.souk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.OrderDeliveryAddressChanged;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.postgres.MessageTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Messages that were written when addresses stood in them in clear can still be read, for example by a replay.
class BeforeThereWereKeysTest {
    private static <M extends Message> M old(Class<M> type, String file) throws IOException {
        return MessageTypes.read(type, Files.readString(Path.of("src/test/resources/golden", file)));
    }

    private static String city(Sealed<Address> sealed) {
        assertThat(sealed.subject()).isEmpty();
        assertThat(sealed.toString()).doesNotContain("sample");
        return MessageTypes.json().readValue(sealed.body(), Address.class).city();
    }

    @Test
    void clear_addresses_and_texts_are_read_as_they_stand() throws IOException {
        assertThat(city(old(CartCheckedOut.class, "cart/CartCheckedOut-2.0.json").deliveryAddress())).isEqualTo("sample city");
        var order = old(CreateOrder.class, "order/CreateOrder-2.0.json");
        assertThat(city(order.billingAddress())).isEqualTo("sample city");
        assertThat(Objects.requireNonNull(order.email()).body()).isEqualTo("\"sample email\"");
        assertThat(city(old(OrderSubmitted.class, "order/OrderSubmitted-1.0.json").deliveryAddress())).isEqualTo("sample city");
        var moved = old(OrderDeliveryAddressChanged.class, "order/OrderDeliveryAddressChanged-1.0.json");
        assertThat(city(moved.deliveryAddress())).isEqualTo("sample city");
        var paid = old(PaymentAuthorized.class, "payment/PaymentAuthorized-1.0.json");
        assertThat(Objects.requireNonNull(paid.method().last4()).body()).isEqualTo("\"sample last4\"");
    }

    @Test
    void they_are_written_again_as_one_text_each_and_read_once_more() throws IOException {
        Event old = old(OrderSubmitted.class, "order/OrderSubmitted-1.0.json");
        var again = MessageTypes.read(OrderSubmitted.class, MessageTypes.write(old));
        assertThat(city(again.deliveryAddress())).isEqualTo("sample city");
    }
}

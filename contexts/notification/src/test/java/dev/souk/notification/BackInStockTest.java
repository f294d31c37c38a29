package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.product.GetProduct;
import dev.souk.notification.db.Notices;
import dev.souk.notification.http.StockWishRoutes.Wish;
import dev.souk.notification.http.StockWishRoutes.Wishes;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Customers who wait for goods.
class BackInStockTest {
    private final Given given = Given.aShop();
    private final UUID lamp = UUID.randomUUID();
    private final UUID ada = given.aCustomer("ada@example.com");

    BackInStockTest() {
        given.souk.answering(GetProduct.class, asked -> asked.productId().equals(lamp)
                ? Optional.of(new GetProduct.Product(
                        lamp, "LAMP", "Bedside lamp", 1_275, "GBP", "ACTIVE", List.of(), null, null, null, null, 1))
                : Optional.empty());
    }

    @AfterEach
    void close() {
        given.close();
    }

    private TestAnswer ask(String method, UUID product) {
        return given.souk.call(TestPlatform.customer(ada), method, "/notifications/back-in-stock/" + product, null);
    }

    private List<Wish> wishes() {
        return given.souk.call(TestPlatform.customer(ada), "GET", "/notifications/back-in-stock", null).body(Wishes.class).products();
    }

    private InventoryReplenished arrived(long available) {
        return new InventoryReplenished("LAMP", lamp, "MAIN", 5, available, UUID.randomUUID());
    }

    @Test
    void who_has_asked_is_told_once_when_there_is_something_to_buy() {
        assertThat(ask("PUT", lamp).status()).isEqualTo(204);
        assertThat(ask("PUT", lamp).status()).isEqualTo(204);
        assertThat(wishes()).extracting(Wish::productName).containsExactly("Bedside lamp");
        given.deliver(arrived(0));
        assertThat(given.logged(ada)).isEmpty();
        var goods = arrived(5);
        given.deliver(goods, goods, arrived(10));
        given.deliver(arrived(15));
        assertThat(given.only(ada)).extracting(Notices.Logged::templateKey, Notices.Logged::status)
                .containsExactly("back-in-stock", "SENT");
        assertThat(wishes()).isEmpty();
    }

    @Test
    void who_thinks_better_of_it_or_is_erased_hears_nothing() {
        ask("PUT", lamp);
        assertThat(ask("DELETE", lamp).status()).isEqualTo(204);
        assertThat(ask("DELETE", lamp).code()).isEqualTo("NOT_ASKED");
        ask("PUT", lamp);
        given.deliver(new CustomerErased(UUID.randomUUID(), ada, "key", Instant.EPOCH), arrived(5));
        assertThat(given.logged(ada)).isEmpty();
    }

    @Test
    void only_what_is_for_sale_can_be_waited_for() {
        assertThat(ask("PUT", UUID.randomUUID()).code()).isEqualTo("UNKNOWN_PRODUCT");
    }
}

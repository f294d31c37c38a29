package dev.souk.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.platform.messaging.Message;
import dev.souk.product.db.Interest;
import dev.souk.product.db.ProductView;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In the batch form and one by one.
class AvailabilityTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    private void deliver(boolean batch, Message... messages) {
        if (batch) {
            shop.souk.deliver(messages);
        } else {
            shop.souk.deliverOneByOne(messages);
        }
    }

    private static StockLevelChanged level(UUID id, long available, long version) {
        return new StockLevelChanged("MUG", id, available, 0, available, version);
    }

    private LowStockAlert alert(UUID id, long available) {
        return new LowStockAlert("MUG", id, null, null, available, 10, shop.souk.clock().instant());
    }

    private ProductView.Availability shown(UUID id) {
        var view = shop.souk
                .call(Shop.MERCHANDISER, "GET", "/products/" + id, null)
                .body(ProductView.class);
        return Objects.requireNonNull(view.availability());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_shopper_sees_what_inventory_last_said(boolean batch) {
        var id = shop.mug("MUG");
        assertThat(shop.souk.call(Shop.MERCHANDISER, "GET", "/products/" + id, null).body(ProductView.class).availability())
                .isNull();

        deliver(batch, level(id, 40, 1));
        assertThat(shown(id).state()).isEqualTo("IN_STOCK");
        assertThat(shown(id).available()).isEqualTo(40);

        deliver(batch, level(id, 9, 2), alert(id, 9));
        assertThat(shown(id).state()).isEqualTo("LOW");

        deliver(batch, new InventoryDepleted("MUG", id, shop.souk.clock().instant()), level(id, 0, 3));
        assertThat(shown(id).state()).isEqualTo("OUT");

        deliver(batch, new InventoryReplenished("MUG", id, "main", 50, 50, UUID.randomUUID()));
        assertThat(shown(id).state()).isEqualTo("IN_STOCK");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_older_level_does_not_take_the_place_of_a_newer_one(boolean batch) {
        var id = shop.mug("MUG");

        deliver(batch, level(id, 5, 7), level(id, 40, 6));

        assertThat(shown(id).available()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_ten_minutes_no_number_is_named(boolean batch) {
        var id = shop.mug("MUG");
        deliver(batch, level(id, 5, 1));

        shop.souk.clock().advance(Duration.ofMinutes(11));

        assertThat(shown(id).available()).isNull();
        assertThat(shown(id).state()).isEqualTo("IN_STOCK");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interest_counts_seven_days(boolean batch) {
        var id = shop.mug("MUG");
        deliver(batch, added(id), added(id), added(UUID.randomUUID()));
        shop.souk.clock().advance(Duration.ofDays(5));
        deliver(batch, added(id));
        assertThat(interest(id)).isEqualTo(3);

        shop.souk.clock().advance(Duration.ofDays(2));
        assertThat(interest(id)).isEqualTo(1);
        assertThat(shop.souk.sweep("interest-purge")).isEqualTo(2);
    }

    private long interest(UUID id) {
        return shop.souk.read(tx -> new Interest().lastDays(tx, id));
    }

    private ItemAddedToCart added(UUID productId) {
        return new ItemAddedToCart(
                UUID.randomUUID(), null, productId, null, "MUG", 1, 1, 1_250, "EUR", shop.souk.clock().instant());
    }
}

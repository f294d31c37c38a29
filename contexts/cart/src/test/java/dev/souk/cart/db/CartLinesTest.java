package dev.souk.cart.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.cart.Shop;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.CartAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CartLinesTest {
    private static final Shop SHOP = new Shop();
    private final CartLines lines = new CartLines(new Carts(Duration.ofHours(1)));
    private final UUID cart = SHOP.aCart();
    private final Offer mug = new Offer(UUID.randomUUID(), null, "MUG", "Mug", 250, "GBP", true);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private Optional<CartLines.Added> add(Offer offer, int quantity, CartAccess by, @Nullable Long expected) {
        return Optional.ofNullable(SHOP.souk
                .write(tx -> lines.tryAdd(tx, List.of(adding(offer, quantity, by, expected))))
                .get(cart));
    }

    private CartLines.Adding adding(Offer offer, int quantity, CartAccess by, @Nullable Long expected) {
        var command = new AddItemToCart(cart, offer.productId(), offer.variantId(), quantity, null, expected, by);
        return new CartLines.Adding(command, offer, Line.of(cart, offer, quantity, null, 0));
    }

    @Test
    void the_quick_way_adds_up_and_counts() {
        assertThat(add(mug, 2, SHOP.me(), null)).contains(new CartLines.Added(cart, 2, 1, 2, SHOP.customer));
        assertThat(add(mug, 97, SHOP.me(), 2L)).contains(new CartLines.Added(cart, 3, 1, 99, SHOP.customer));
        var pot = new Offer(UUID.randomUUID(), UUID.randomUUID(), "POT", "Pot", 900, "GBP", true);
        assertThat(add(pot, 1, Shop.DESK, null)).contains(new CartLines.Added(cart, 4, 2, 1, SHOP.customer));
    }

    @Test
    void the_quick_way_changes_nothing_when_something_speaks_against_it() {
        add(mug, 98, SHOP.me(), null);

        assertThat(add(mug, 2, SHOP.me(), null)).isEmpty();
        assertThat(add(mug, 1, SHOP.me(), 1L)).isEmpty();
        assertThat(add(mug, 1, Shop.guest("x"), null)).isEmpty();
        assertThat(add(new Offer(UUID.randomUUID(), null, "X", "X", 1, "GBP", true), 100, SHOP.me(), null)).isEmpty();
        assertThat(add(new Offer(UUID.randomUUID(), null, "Y", "Y", 1, "EUR", true), 1, SHOP.me(), null)).isEmpty();
        assertThat(SHOP.see(cart).version()).isEqualTo(2);
        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(l -> assertThat(l.quantity()).isEqualTo(98));
    }

    @Test
    void a_busy_cart_touches_no_index() {
        var moved = SHOP.souk.write(tx -> {
            for (int i = 0; i < 5; i++) {
                assertThat(lines.tryAdd(tx, List.of(adding(mug, 1, SHOP.me(), null)))).containsKey(cart);
            }
            return tx.sql(
                            """
                    select n_tup_upd as all_updates, n_tup_hot_upd as hot_updates
                    from pg_stat_xact_user_tables where relname = 'carts'
                    """)
                    .one(row -> row.bigint("all_updates") + "/" + row.bigint("hot_updates"));
        });
        assertThat(moved).isEqualTo("5/5");
    }
}

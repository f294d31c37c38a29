package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Cart;
import dev.souk.tests.souk.Checkout;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import dev.souk.tests.souk.Together;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoukRuns.class)
class OversellTest {
    private static final int BUYERS = 200;
    private static final int UNITS = 20;

    private final RunningSouk souk;
    private final Given given;

    OversellTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
    }

    private record Bought(Cart cart, Reply ended) {}

    @Test
    void two_hundred_buyers_of_twenty_units_get_twenty() throws Exception {
        var rare = given.aProduct(5_000, UNITS);
        var together = new CyclicBarrier(BUYERS);

        var bought = Together.run(IntStream.range(0, BUYERS).<Callable<Bought>>mapToObj(_ -> () -> {
            var cart = given.aGuestCart(rare);
            var quote = given.aQuote(cart);
            together.await();
            var checkout = Checkout.of(cart, cart.checkOut(quote, Given.CARD).expect(202));
            return new Bought(cart, checkout.ended());
        }).toList());

        var orders = bought.stream().filter(each -> each.ended().string("state").equals("COMPLETED")).toList();
        var refused = bought.stream().filter(each -> each.ended().string("reason").equals("OUT_OF_STOCK")).toList();
        assertThat(orders).hasSize(UNITS);
        assertThat(refused).hasSize(BUYERS - UNITS);
        assertThat(orders.stream().map(each -> each.ended().string("confirmationNumber"))).doesNotHaveDuplicates();
        assertThat(given.stockOf(rare)).isZero();
        for (var each : refused) {
            Await.until("the cart is open again", each.cart()::status, "ACTIVE"::equals);
        }
        assertThat(openHolds(rare.sku())).isZero();
    }

    private long openHolds(String sku) throws SQLException {
        try (var inventory = souk.behind().database("souk_inventory");
                var statement = inventory.prepareStatement(
                        "select count(*) from reservation where status = 'HELD' and lines like ?")) {
            statement.setString(1, "%" + sku + "\t%");
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

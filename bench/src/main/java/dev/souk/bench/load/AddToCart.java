package dev.souk.bench.load;

import dev.souk.bench.http.Shopper;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;

/// One item put into a guest's cart; a new cart after 20 items.
public record AddToCart(int port, Shelf shelf) implements Load {
    private static final int ITEMS_PER_CART = 20;

    @Override
    public String name() {
        return "add-to-cart";
    }

    @Override
    public User user(int number) throws IOException {
        return new Adder(new Shopper(port, null), new SplittableRandom(number), shelf);
    }

    private static final class Adder implements User {
        private final Shopper shopper;
        private final SplittableRandom random;
        private final Shelf shelf;
        private UUID cart = new UUID(0, 0);
        private int items = ITEMS_PER_CART;

        Adder(Shopper shopper, SplittableRandom random, Shelf shelf) {
            this.shopper = shopper;
            this.random = random;
            this.shelf = shelf;
        }

        @Override
        public long once() throws IOException, Failed {
            if (items == ITEMS_PER_CART) {
                cart = UUID.randomUUID();
                expect(shopper.openCart(cart).good(), "cart");
                items = 0;
            }
            items++;
            long start = System.nanoTime();
            var reply = shopper.post(
                    "/api/v1/carts/" + cart + "/items", "{\"productId\":\"" + shelf.any(random) + "\",\"quantity\":1}");
            expect(reply.good(), "add: " + reply.status() + " " + reply.code());
            return (System.nanoTime() - start) / 1_000;
        }

        private static void expect(boolean condition, String what) throws Failed {
            if (!condition) {
                throw new Failed(what);
            }
        }

        @Override
        public void close() {
            shopper.close();
        }
    }
}

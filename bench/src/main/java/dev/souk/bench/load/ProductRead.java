package dev.souk.bench.load;

import dev.souk.bench.http.Shopper;
import java.io.IOException;
import java.util.SplittableRandom;

/// One product, read by a guest.
public record ProductRead(int port, Shelf shelf) implements Load {
    @Override
    public String name() {
        return "product-read";
    }

    @Override
    public User user(int number) {
        var shopper = new Shopper(port, null);
        var random = new SplittableRandom(number);
        return new User() {
            @Override
            public long once() throws IOException, Failed {
                var reply = shopper.get("/api/v1/products/" + shelf.any(random));
                if (reply.status() != 200) {
                    throw new Failed("product: " + reply.status() + " " + reply.code());
                }
                return -1;
            }

            @Override
            public void close() {
                shopper.close();
            }
        };
    }
}

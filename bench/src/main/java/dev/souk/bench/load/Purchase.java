package dev.souk.bench.load;

import dev.souk.bench.http.Reply;
import dev.souk.bench.http.Shopper;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.HdrHistogram.ConcurrentHistogram;

/// A whole purchase by a guest: create a cart, two items, address and shipping, quote, checkout, wait for the confirmed
/// order.
public final class Purchase implements Load {
    private static final String DELIVERY =
            """
            {"address":{"recipientName":"Ada Bench","line1":"1 Measure Street","city":"London","postalCode":"N1 9GU",\
            "countryCode":"GB"},"shippingMethodId":"standard","email":"ada@bench.example"}""";

    private final int port;
    private final Shelf shelf;
    private final ConcurrentHistogram confirmation = new ConcurrentHistogram(3);

    public Purchase(int port, Shelf shelf) {
        this.port = port;
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "purchase";
    }

    /// From the answer to the checkout to the confirmed order, microseconds.
    public ConcurrentHistogram confirmation() {
        return confirmation;
    }

    @Override
    public User user(int number) {
        return new Buyer(new Shopper(port, null), new SplittableRandom(number));
    }

    private final class Buyer implements User {
        private final Shopper shopper;
        private final SplittableRandom random;

        Buyer(Shopper shopper, SplittableRandom random) {
            this.shopper = shopper;
            this.random = random;
        }

        @Override
        public long once() throws IOException, Failed {
            var cart = UUID.randomUUID();
            var path = "/api/v1/carts/" + cart;
            good("cart", shopper.openCart(cart));
            for (int i = 0; i < 2; i++) {
                good("item", shopper.post(
                        path + "/items", "{\"productId\":\"" + shelf.any(random) + "\",\"quantity\":1}"));
            }
            good("delivery", shopper.send("PUT", path + "/delivery", DELIVERY, ""));
            var quote = good("quote", shopper.post(path + "/quote", "")).json();
            var checkout = good("checkout", shopper.send(
                    "POST",
                    path + "/checkout",
                    "{\"quoteId\":\"" + quote.path("quoteId").asString() + "\",\"quoteHash\":\""
                            + quote.path("quoteHash").asString() + "\",\"paymentMethodToken\":\"tok_visa\"}",
                    "buy-" + cart));
            long accepted = System.nanoTime();
            confirmed(checkout.json().path("statusUrl").asString());
            confirmation.recordValue((System.nanoTime() - accepted) / 1_000);
            return -1;
        }

        private void confirmed(String statusUrl) throws IOException, Failed {
            var state = "PENDING";
            for (int i = 0; i < 10 && state.equals("PENDING"); i++) {
                state = good("status", shopper.get(statusUrl + "?wait=20")).json().path("state").asString();
            }
            if (!state.equals("COMPLETED")) {
                throw new Failed("checkout ended " + state);
            }
        }

        private Reply good(String step, Reply reply) throws Failed {
            if (!reply.good()) {
                throw new Failed(step + ": " + reply.status() + " " + reply.code());
            }
            return reply;
        }

        @Override
        public void close() {
            shopper.close();
        }
    }
}

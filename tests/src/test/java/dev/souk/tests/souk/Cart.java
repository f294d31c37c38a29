package dev.souk.tests.souk;

import java.util.Map;
import java.util.UUID;

/// A cart in the hands of its owner.
public record Cart(Api owner, UUID id) {
    public String path() {
        return "/carts/" + id;
    }

    public Cart with(Product product, int quantity) {
        owner.post(path() + "/items", Map.of("productId", product.id(), "quantity", quantity)).expect(200);
        return this;
    }

    /// Where to, by what, and whom to tell.
    public Cart delivered() {
        owner.put(path() + "/delivery", Given.delivery()).expect(200);
        return this;
    }

    public Reply now() {
        return owner.get(path()).expect(200);
    }

    public String status() {
        return now().string("status");
    }

    /// Checks out at `quote` with the payment token, under a key of its own.
    public Reply checkOut(Reply quote, String paymentToken) {
        return owner.postOnce(path() + "/checkout", Given.checkoutOf(quote, paymentToken));
    }
}

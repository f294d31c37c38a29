package dev.souk.tests.souk;

import java.util.UUID;

/// A checkout under way, followed by its shopper.
public record Checkout(Cart cart, UUID id, UUID orderId, String statusUrl) {
    public static Checkout of(Cart cart, Reply accepted) {
        return new Checkout(cart, accepted.id("checkoutId"), accepted.id("orderId"), accepted.string("statusUrl"));
    }

    /// Its status once it has ended or needs the shopper.
    public Reply settled() {
        return Await.until(
                "checkout " + id + " settles",
                () -> cart.owner().get(statusUrl + "?wait=20").expect(200),
                status -> !status.string("state").equals("PENDING"));
    }

    /// Its status once it has ended.
    public Reply ended() {
        return Await.until(
                "checkout " + id + " ends",
                () -> cart.owner().get(statusUrl).expect(200),
                status -> !status.string("state").equals("PENDING")
                        && !status.string("state").equals("ACTION_REQUIRED"));
    }
}

package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a customer's orders.
public record Orders(List<Line> orders, @Nullable String nextCursor) {
    public record Line(
            UUID orderId, String confirmationNumber, String lifecycleStatus, long total, String currency, long units, Instant createdAt) {}
}

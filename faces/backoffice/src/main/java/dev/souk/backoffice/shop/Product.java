package dev.souk.backoffice.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One product with everything that is kept of it.
public record Product(
        UUID productId,
        String sku,
        String name,
        @Nullable String description,
        long price,
        String currency,
        @Nullable String category,
        String status,
        @Nullable Discontinued discontinued,
        @Nullable String taxCategory,
        @Nullable Integer weightGrams,
        Map<String, String> attributes,
        List<Variant> variants,
        List<Image> images,
        @Nullable Availability availability,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public record Variant(UUID variantId, String sku, Map<String, String> attributes, @Nullable Long price) {}

    public record Image(UUID imageId, String url, boolean primary, int order) {}

    public record Discontinued(String reason, Instant at) {}

    public record Availability(String state, @Nullable Long available) {}

    /// As a person writes them, one a line.
    public static String lines(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// What it is now: a discontinued product reads as archived otherwise.
    public String state() {
        return discontinued == null ? status : "DISCONTINUED";
    }

    /// Newest first.
    public record Prices(List<Price> prices, @Nullable Long lowest30d) {}

    public record Price(long price, String currency, Instant from, @Nullable Instant to) {}
}

package dev.souk.storefront.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a parcel can travel.
public record Shipping(List<Method> methods) {
    public static final Shipping NONE = new Shipping(List.of());

    public record Method(
            String methodId, String name, long price, String currency, @Nullable Long freeAbove, @Nullable Integer days) {}
}

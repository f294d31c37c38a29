package dev.souk.contracts.inventory;

/// What is at one location of one sku after a change; `version` counts the movements there.
public record StockPosition(String sku, String locationId, long onHand, long reserved, long available, long version) {}

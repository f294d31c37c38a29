package dev.souk.tests.souk;

import java.util.UUID;

/// A product that is on sale.
public record Product(UUID id, String sku, long price) {}

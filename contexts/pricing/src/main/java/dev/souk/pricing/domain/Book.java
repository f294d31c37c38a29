package dev.souk.pricing.domain;

/// All rules that a price depends on, as they stand.
public record Book(Rules rules, PriceLists lists, TaxRates taxes, Tariffs tariffs) {}

package dev.souk.app.demo;

/// One article of the demo shop.
///
/// @param price minor units of GBP
/// @param stock units on the shelf at the start
record Article(String sku, String name, Shelf shelf, long price, int stock) {}

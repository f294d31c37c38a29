package dev.souk.cart.domain;

/// How much fits into a cart.
///
/// @param quantity of one line
/// @param lines different ones
public record Limits(int quantity, int lines) {}

package dev.souk.standin.payment;

/// Sums of one currency in minor units; `open` is authorized and neither captured nor voided.
public record Balance(
        String currency, long payments, long authorized, long captured, long refunded, long voided, long open) {}

package dev.souk.checkout.domain;

import dev.souk.contracts.checkout.CheckoutFailed;
import java.util.List;

/// Why a checkout cannot end in an order.
///
/// @param step where it went wrong
public record Failure(Step step, Reason reason, CheckoutFailed.Detail detail) {
    /// The reasons that the shopper's page knows.
    public enum Reason {
        OUT_OF_STOCK,
        PAYMENT_FAILED,
        COUPON_REJECTED,
        PRICE_CHANGED,
        TIMEOUT,
        FRAUD,
        CANCELLED
    }

    static Failure of(Step step, Reason reason, String code) {
        return new Failure(step, reason, new CheckoutFailed.Detail(code, List.of()));
    }
}

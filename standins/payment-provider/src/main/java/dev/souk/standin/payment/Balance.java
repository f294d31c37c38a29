package dev.souk.standin.payment;

/// Sums of one currency in minor units; `open` is authorized and neither captured nor voided.
public record Balance(
        String currency, long payments, long authorized, long captured, long refunded, long voided, long open) {
    static Balance nothing(String currency) {
        return new Balance(currency, 0, 0, 0, 0, 0, 0);
    }

    /// What one payment counts for.
    static Balance of(Held held) {
        long voided = held.status == Answer.Status.VOIDED ? held.authorized : 0;
        long open = held.status == Answer.Status.AUTHORIZED ? held.authorized : 0;
        return new Balance(held.currency(), 1, held.authorized, held.captured, held.refunded, voided, open);
    }

    /// This, after what `before` counted for has become `after`.
    Balance changed(Balance before, Balance after) {
        return new Balance(
                currency,
                payments - before.payments + after.payments,
                authorized - before.authorized + after.authorized,
                captured - before.captured + after.captured,
                refunded - before.refunded + after.refunded,
                voided - before.voided + after.voided,
                open - before.open + after.open);
    }

    long[] sums() {
        return new long[] {payments, authorized, captured, refunded, voided, open};
    }

    static Balance of(String currency, long[] sums) {
        return new Balance(currency, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }
}

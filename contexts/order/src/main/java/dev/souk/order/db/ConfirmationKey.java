package dev.souk.order.db;

import dev.souk.order.domain.ConfirmationNumbers;
import dev.souk.platform.messaging.Tx;
import org.jspecify.annotations.Nullable;

/// This installation's confirmation numbers; the secret is read once per process.
public final class ConfirmationKey {
    private volatile @Nullable ConfirmationNumbers numbers;

    public ConfirmationNumbers numbers(Tx tx) {
        var known = numbers;
        if (known == null) {
            known = new ConfirmationNumbers(
                    tx.sql("select secret from confirmation_key where only_one").one(row -> row.uuid("secret")));
            numbers = known;
        }
        return known;
    }
}

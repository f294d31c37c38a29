package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.platform.messaging.Tx;

/// Where a checkout stands, for other contexts.
final class GetCheckoutStatusQuery {
    private final Sagas sagas;

    GetCheckoutStatusQuery(Sagas sagas) {
        this.sagas = sagas;
    }

    GetCheckoutStatus.Status answer(GetCheckoutStatus query, Tx tx) {
        return sagas.find(tx, query.checkoutId())
                .map(Statuses::of)
                .orElseGet(() -> Statuses.unknown(query.checkoutId()));
    }
}

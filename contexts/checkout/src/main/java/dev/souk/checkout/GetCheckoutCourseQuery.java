package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

/// One checkout as the console looks at it.
public final class GetCheckoutCourseQuery {
    private final Sagas sagas;

    GetCheckoutCourseQuery(Sagas sagas) {
        this.sagas = sagas;
    }

    public Optional<GetCheckoutCourse.Course> answer(GetCheckoutCourse query, Tx tx) {
        return sagas.find(tx, query.checkoutId())
                .map(saga -> new GetCheckoutCourse.Course(
                        ListCheckoutsQuery.item(saga, tx.now()), Expectations.of(saga), sagas.notes(tx, query.checkoutId())));
    }
}

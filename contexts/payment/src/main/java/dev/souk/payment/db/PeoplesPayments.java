package dev.souk.payment.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.payment.GetPaymentQuery;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Payments of one person. Amounts and ledger stay for seven years; the provider's token of the card and the address
/// that the shopper came back to are taken out of what is over. Both statements read the whole table: they are rare.
public final class PeoplesPayments implements PersonalRecords {
    private static final String BASIS =
            "Payments and ledger, kept 7 years without name and card: commercial and tax law (GDPR art. 17(3)(b))";

    private final GetPaymentQuery payments;

    public PeoplesPayments(GetPaymentQuery payments) {
        this.payments = payments;
    }

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        List<GetPayment.Payment> found = tx.sql("select id from payment where customer_id = ? order by requested_at")
                .params(person)
                .list(row -> row.uuid("id"))
                .stream()
                .map(id -> payments.answer(new GetPayment(id), tx))
                .flatMap(Optional::stream)
                .toList();
        return Map.of("payments", found);
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        int over = tx.sql(
                        """
                        update payment set token = 'erased', return_url = null, last4 = null
                        where customer_id = ? and status in ('CAPTURED', 'FAILED', 'VOIDED')
                        """)
                .params(person)
                .update();
        long all = tx.sql("select count(*) as n from payment where customer_id = ?")
                .params(person)
                .one(row -> row.bigint("n"));
        return new Forgotten(0, over, Math.toIntExact(all), all == 0 ? null : BASIS);
    }
}

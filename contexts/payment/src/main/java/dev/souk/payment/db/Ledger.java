package dev.souk.payment.db;

import dev.souk.contracts.payment.GetLedger;
import dev.souk.payment.domain.Posting;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The `ledger_entry` table: written, read, never changed.
public final class Ledger {
    private static final String COLUMNS =
            "number, payment_id, order_id, kind, debit, credit, amount, currency, posted_at";

    private Ledger() {}

    static void append(Tx tx, List<Posting> postings) {
        tx.sql(
                        """
                insert into ledger_entry (payment_id, kind, subject, order_id, debit, credit, amount, currency, posted_at)
                select n.*, ?::timestamptz
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[]) as n
                """)
                .params(tx.now())
                .array("uuid", postings, Posting::paymentId)
                .array("text", postings, Posting::kind)
                .array("uuid", postings, Posting::subject)
                .array("uuid", postings, Posting::orderId)
                .array("text", postings, p -> p.kind().debit())
                .array("text", postings, p -> p.kind().credit())
                .array("bigint", postings, Posting::amount)
                .array("text", postings, Posting::currency)
                .update();
    }

    public static List<GetLedger.Entry> ofOrder(Tx tx, UUID orderId, long after, int limit) {
        return tx.sql("select " + COLUMNS
                        + """
                 from ledger_entry
                where payment_id in (select id from payment where order_id = ?) and number > ?
                order by number limit ?
                """)
                .params(orderId, after, limit)
                .list(Ledger::entry);
    }

    public static List<GetLedger.Entry> ofPeriod(Tx tx, Instant from, Instant to, long after, int limit) {
        return tx.sql("select " + COLUMNS
                        + " from ledger_entry where posted_at >= ? and posted_at < ? and number > ? order by number limit ?")
                .params(from, to, after, limit)
                .list(Ledger::entry);
    }

    private static GetLedger.Entry entry(Row row) {
        return new GetLedger.Entry(
                row.bigint("number"), row.uuid("payment_id"), row.uuidOrNull("order_id"), row.text("kind"),
                row.text("debit"), row.text("credit"), row.bigint("amount"), row.text("currency"),
                row.instant("posted_at"));
    }
}

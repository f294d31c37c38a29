package dev.souk.payment.db;

import dev.souk.platform.messaging.Check;
import java.util.List;

/// What must add up in the books of the payments.
public final class Sums {
    private static final Check POSTINGS = new Check("postings", List.of("captured", "booked", "refunded", "kept"),
            """
            with booked as (
                select payment_id, sum(amount) filter (where kind = 'CAPTURED') as captured,
                       sum(amount) filter (where kind = 'REFUND_PROCESSED') as refunded
                from ledger_entry group by payment_id),
            compared as (
                select p.id, p.currency, p.captured, p.refunded, b.captured as booked,
                       p.captured <> coalesce(b.captured, 0) or p.refunded <> coalesce(b.refunded, 0) as differs
                from payment p left join booked b on b.payment_id = p.id where p.currency is not null)
            select currency as unit, count(*) filter (where differs) as differing,
                   min(id::text) filter (where differs) as example, sum(captured)::bigint as captured,
                   coalesce(sum(booked), 0)::bigint as booked, sum(refunded)::bigint as refunded,
                   sum(captured - refunded)::bigint as kept
            from compared group by currency order by currency
            """);
    private static final Check LIMITS = new Check("limits", List.of("authorized", "captured", "refunded"),
            """
            select currency as unit, count(*) filter (where captured > authorized or refunded > captured) as differing,
                   min(id::text) filter (where captured > authorized or refunded > captured) as example,
                   sum(authorized)::bigint as authorized, sum(captured)::bigint as captured,
                   sum(refunded)::bigint as refunded
            from payment where currency is not null group by currency order by currency
            """);

    public static final List<Check> ALL = List.of(POSTINGS, LIMITS);

    private Sums() {}
}

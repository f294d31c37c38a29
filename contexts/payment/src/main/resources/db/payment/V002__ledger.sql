-- Append-only double entry: each row moves its amount from one account to another, so no row can be unbalanced.
-- The key says that each thing is posted once.
create table ledger_entry (
    number     bigint      generated always as identity,
    payment_id uuid        not null,
    kind       text        not null check (kind in ('AUTHORIZED', 'RELEASED', 'CAPTURED', 'REFUND_REQUESTED',
                                                    'REFUND_PROCESSED', 'REFUND_FAILED')),
    subject    uuid        not null,
    order_id   uuid,
    debit      text        not null,
    credit     text        not null,
    amount     bigint      not null check (amount > 0),
    currency   text        not null,
    posted_at  timestamptz not null,
    primary key (payment_id, kind, subject),
    check (debit <> credit)
);

create index ledger_entry_by_time on ledger_entry using brin (posted_at) with (pages_per_range = 16, autosummarize = on);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;

create trigger ledger_entry_append_only
    before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();

-- The two sides of every entry; sums to zero.
create view ledger_posting as
select number, payment_id, order_id, kind, debit as account, amount, currency, posted_at from ledger_entry
union all
select number, payment_id, order_id, kind, credit, -amount, currency, posted_at from ledger_entry;

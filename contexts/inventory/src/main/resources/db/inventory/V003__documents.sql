-- The receipts, deliveries, adjustments, transfers and stock takes that have been booked, by the id that their sender
-- chose: the same id again changes nothing, with other content it is refused.
create table stock_document (
    id          uuid        primary key,
    kind        text        not null check (kind in ('RECEIPT', 'DELIVERY', 'ADJUSTMENT', 'TRANSFER', 'STOCK_TAKE')),
    fingerprint text        not null,
    lines       int         not null,
    units       bigint      not null,
    note        text,
    by          text        not null,
    at          timestamptz not null
);

-- How a stock take ended. Skus counted below what is reserved were left as they were.
create table stock_take (
    id          uuid        primary key references stock_document,
    location_id text        collate "C" not null references location,
    adjusted    int         not null,
    shortages   text        not null                   -- skus, one a line
);

-- What a person has to look at: an order without its stock, a count below what is promised.
create table stock_alarm (
    id        bigint      generated always as identity primary key,
    kind      text        not null check (kind in ('UNKNOWN_RESERVATION', 'OTHER_ORDER', 'NOT_COMMITTED', 'NOT_COVERED', 'SHORTAGE')),
    reference uuid        not null,
    detail    text        not null,
    raised_at timestamptz not null
);

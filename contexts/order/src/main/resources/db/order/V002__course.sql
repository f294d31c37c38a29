-- What happened after the confirmation, append-only. The three entries of the creating transaction are not stored:
-- they follow from the order's row.
create table order_timeline (
    number     bigint      not null,
    id         bigint      not null generated always as identity,
    at         timestamptz not null,
    kind       text        not null,
    status     text,
    detail     text,
    note       text,
    actor_kind text        not null,
    actor_id   text        not null,
    primary key (number, id)
);

create table order_hold (
    hold_id          uuid        primary key,
    number           bigint      not null,
    reason           text        not null
        check (reason in ('PAYMENT_REVIEW', 'FRAUD_REVIEW', 'ADDRESS_VERIFICATION', 'INVENTORY_RECHECK')),
    automatic        boolean     not null,
    customer_message text,
    review_by        timestamptz not null,
    placed_at        timestamptz not null,
    escalated_at     timestamptz,
    released_at      timestamptz,
    released_by      text,
    resolution       text,
    check ((released_at is null) = (resolution is null))
);
create index order_hold_by_order on order_hold (number);
create index order_hold_to_escalate on order_hold (review_by) where released_at is null and escalated_at is null;

-- What the fraud gate said before the order existed.
create table pending_hold (
    order_id   uuid        primary key,
    review_by  timestamptz not null,
    rejected   boolean     not null default false,
    decided_by text,
    created_at timestamptz not null
);

-- Paid orders in their grace period. A table of its own, because a due time with an index on the order itself would make
-- every update of an order touch its indexes. A row says: look at this order then; not: it will start then.
create table fulfilment_due (
    due_at timestamptz not null,
    number bigint      not null,
    primary key (due_at, number)
);

-- Something that should not be possible, or that waits too long. For people.
create table order_alarm (
    id        bigint      generated always as identity primary key,
    order_id  uuid        not null,
    kind      text        not null,
    detail    text        not null,
    raised_at timestamptz not null
);

-- How far the search for stuck orders has looked.
create table stuck_scan (
    only_one boolean primary key default true check (only_one),
    looked_to bigint not null
);
insert into stuck_scan (looked_to) values (-1);

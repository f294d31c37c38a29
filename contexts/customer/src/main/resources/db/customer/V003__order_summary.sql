-- Read model: a customer's orders as the account page lists them, and what she spent. Facts of one order come from two
-- journals in any order, so everything but the key may still be missing, and amounts are totals that only grow.
create table order_summary (
    order_id            uuid        primary key,
    customer_id         uuid,
    confirmation_number text,
    status              text        not null
        check (status in ('CREATED', 'CONFIRMED', 'COMPLETED', 'CANCELLED')),
    total               bigint,
    currency            text,
    units               bigint,
    placed_at           timestamptz,
    captured            bigint      not null check (captured >= 0),
    captured_at         timestamptz,
    refunded            bigint      not null check (refunded >= 0),
    -- net spend that points have been given for
    points              bigint      not null default 0 check (points >= 0),
    changed_at          timestamptz not null
) with (fillfactor = 80);
create index order_summary_by_customer on order_summary (customer_id, placed_at, order_id);

-- What promotions took off a customer's orders.
create table benefit (
    order_id     uuid        not null,
    promotion_id uuid        not null,
    customer_id  uuid        not null,
    code         text,
    discount     bigint      not null,
    currency     text        not null,
    at           timestamptz not null,
    primary key (order_id, promotion_id)
);
create index benefit_by_customer on benefit (customer_id, at);

create table coupon_batch (
    batch_id     uuid        primary key,
    promotion_id uuid        not null references promotion,
    count        integer     not null,
    single_use   boolean     not null,
    created_at   timestamptz not null
);

create index coupon_batch_by_promotion on coupon_batch (promotion_id);

create table coupon (
    code         text    primary key,
    promotion_id uuid    not null references promotion,
    batch_id     uuid    not null references coupon_batch,
    single_use   boolean not null,
    used         integer not null default 0 check (used >= 0),
    held         integer not null default 0 check (held >= 0),
    check (not single_use or used + held <= 1)
);

create index coupon_by_batch on coupon (batch_id, code);

-- Uses of one customer, kept only for promotions that limit them; the limit stands beside them so that the row can
-- see to it.
create table customer_use (
    promotion_id uuid    not null references promotion,
    customer_id  uuid    not null,
    use_limit    integer not null,
    used         integer not null default 0 check (used >= 0),
    held         integer not null default 0 check (held >= 0),
    primary key (promotion_id, customer_id),
    check (used + held <= use_limit)
);

create index customer_use_by_customer on customer_use (customer_id, promotion_id);

-- A hold is kept after it has ended: a command that is sent again is answered again. RELEASED without uses is the
-- tombstone of a hold that was released before it arrived.
create table coupon_hold (
    hold_id            uuid        primary key,
    checkout_id        uuid        not null,
    order_id           uuid,
    customer_id        uuid,
    quote_hash         text,
    state              text        not null check (state in ('HELD', 'REJECTED', 'RELEASED', 'REDEEMED')),
    reason             text        check ((state in ('REJECTED', 'RELEASED')) = (reason is not null)),
    rejected_promotion uuid,
    expires_at         timestamptz,
    version            bigint      not null,
    created_at         timestamptz not null,
    check (state <> 'HELD' or expires_at is not null)
);

create index coupon_hold_due on coupon_hold (expires_at) where state = 'HELD';

create table coupon_hold_use (
    hold_id      uuid   not null references coupon_hold,
    promotion_id uuid   not null references promotion,
    code         text,
    discount     bigint not null check (discount >= 0),
    primary key (hold_id, promotion_id)
);

-- Append-only. What an order used, and what a cancelled order gave back.
create table redemption (
    order_id     uuid        not null,
    promotion_id uuid        not null,
    kind         text        not null check (kind in ('USED', 'GIVEN_BACK')),
    customer_id  uuid        not null,
    code         text,
    discount     bigint      not null check (discount >= 0),
    currency     text        not null,
    -- false when the order came after its hold had expired and the limit was reached: the order stands, the count too
    counted      boolean     not null,
    at           timestamptz not null,
    primary key (order_id, promotion_id, kind)
);

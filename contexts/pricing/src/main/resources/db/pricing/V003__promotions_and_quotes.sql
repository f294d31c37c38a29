-- Which promotions are active; lets a quote skip the question when there are none.
create table active_promotion_cache (
    promotion_id uuid        primary key,
    name         text        not null,
    code         text,
    starts_at    timestamptz not null,
    ends_at      timestamptz,
    as_of        timestamptz not null
);

-- Every quote that a checkout was made with, as it was; never changed.
create table quote (
    quote_id      uuid        not null,
    checkout_id   uuid        not null,
    cart_id       uuid        not null,
    order_id      uuid        not null,
    quote_hash    text        not null,
    body          text        not null,
    recorded_at   timestamptz not null,
    primary key (quote_id, checkout_id)
);

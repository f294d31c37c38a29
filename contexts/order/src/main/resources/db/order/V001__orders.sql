-- Every order has a number: its place in the sequence of all orders. It is the key of everything below, because the
-- order ids that checkout chooses are random: keyed by them, each row of an order would touch another random page of
-- another large index. With the number, tables and their keys grow at the right-hand edge, and only two indexes in this
-- database are random: orders by id and orders by customer.
-- The number itself is never shown; a keyed permutation of it is the confirmation number, so its upper bound is the
-- number of confirmation numbers that exist.
create sequence order_number as bigint minvalue 0 maxvalue 99999999 start 0;

-- The key of that permutation, drawn once per installation. Losing it would change nothing that is stored, but orders
-- could no longer be found by their confirmation number.
create table confirmation_key (
    only_one boolean primary key default true check (only_one),
    secret   uuid    not null default gen_random_uuid()
);
insert into confirmation_key default values;

-- What moves. Narrow, and no column of an index ever changes, so that with room on the page (the fill factor) an update
-- stays on its page and touches no index. Therefore status has no index; lists by status read along the key.
create table orders (
    number              bigint      primary key check (number between 0 and 99999999),
    order_id            uuid        not null constraint orders_by_id unique,
    customer_id         uuid        not null,
    confirmation_number text        not null check (length(confirmation_number) = 12),
    status              text        not null
        check (status in ('CONFIRMED', 'ON_HOLD', 'AWAITING_FULFILMENT', 'FULFILLING', 'CANCELLED')),
    version             bigint      not null check (version >= 3),
    total               bigint      not null check (total >= 0),
    goods               bigint      not null check (goods between 0 and total),
    currency            text        not null check (length(currency) = 3),
    channel             text        not null,
    line_count          int         not null check (line_count >= 1),
    units               bigint      not null check (units >= line_count),
    reservation_id      uuid        not null,
    reservation_status  text        not null check (reservation_status in ('COMMITTED', 'RELEASED', 'EXPIRED')),
    payment_id          uuid        not null,
    payment_status      text        not null check (payment_status in
        ('AUTHORIZED', 'CAPTURED', 'CAPTURE_FAILED', 'VOIDED', 'PARTLY_REFUNDED', 'REFUNDED')),
    captured            bigint      not null check (captured >= 0),
    refunded            bigint      not null check (refunded >= 0),
    created_at          timestamptz not null,
    changed_at          timestamptz not null
) with (fillfactor = 50);
create index orders_by_customer on orders (customer_id, number);

-- What was agreed when the order was placed; never changed.
create table order_terms (
    number             bigint primary key,
    cart_id            uuid   not null,
    checkout_id        uuid   not null,
    quote_id           uuid   not null,
    quote_hash         text   not null,
    authorization_id   uuid,
    subtotal           bigint not null check (subtotal >= 0),
    discount           bigint not null check (discount >= 0),
    shipping           bigint not null check (shipping >= 0),
    tax                bigint not null check (tax >= 0),
    shipping_method_id text   not null,
    payment_kind       text,
    payment_brand      text,
    payment_last4      text,
    placed_by          text   not null
);

create table order_line (
    number     bigint   not null,
    line_no    int      not null,
    line_id    uuid     not null,
    product_id uuid     not null,
    variant_id uuid,
    sku        text     not null,
    name       text     not null,
    quantity   int      not null check (quantity >= 1),
    unit_price bigint   not null check (unit_price >= 0),
    discount   bigint   not null check (discount >= 0),
    net        bigint   not null check (net >= 0),
    tax        bigint   not null check (tax >= 0),
    primary key (number, line_no)
);

-- Everything personal about an order is in this table (and in the notes that people write on the timeline). BILLING
-- exists only where it differs from DELIVERY.
create table order_address (
    number         bigint not null,
    kind           text   not null check (kind in ('DELIVERY', 'BILLING')),
    recipient_name text   not null,
    line1          text   not null,
    line2          text,
    city           text   not null,
    region         text,
    postal_code    text   not null,
    country_code   text   not null check (length(country_code) = 2),
    phone          text,
    email          text,
    revision       int    not null default 1,
    primary key (number, kind)
);

create table order_promotion (
    number       bigint  not null,
    promotion_id uuid    not null,
    hold_id      uuid,
    code         text,
    discount     bigint  not null check (discount >= 0),
    confirmed_at timestamptz,
    primary key (number, promotion_id)
);

-- Names of promotions as last announced, for screens.
create table promotion_name (
    promotion_id uuid primary key,
    name         text not null,
    expired_at   timestamptz
);

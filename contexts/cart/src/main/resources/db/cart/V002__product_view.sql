-- Copies for display and for refusing what is not sold; fed by the product context's events.
create table product_view (
    product_id uuid        primary key,
    -- of the product; an event with an older one is already contained
    version    bigint      not null,
    sku        text        not null,
    name       text        not null,
    price      bigint      not null,
    currency   text        not null,
    status     text        not null check (status in ('DRAFT', 'ACTIVE', 'DISCONTINUED', 'ARCHIVED', 'DELETED')),
    as_of      timestamptz not null
);

create table variant_view (
    product_id uuid   not null,
    variant_id uuid   not null,
    sku        text   not null,
    -- null: the product's
    price      bigint,
    primary key (product_id, variant_id)
);

-- Skus that have run out at some time. Whether they are back is asked when a cart with one of them is looked at.
create table depleted_skus (
    sku         text        primary key,
    depleted_at timestamptz not null
);

-- Codes whose promotion has ended and that still have to be taken off the carts.
create table lapsed_codes (
    code      text        primary key,
    lapsed_at timestamptz not null
);

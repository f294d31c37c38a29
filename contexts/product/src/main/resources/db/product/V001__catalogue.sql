-- Categories form trees of at most six levels. path repeats the slugs from the top so that "all below" is one index range.
create table category (
    id           uuid        primary key,
    slug         text        not null unique check (slug ~ '^[a-z0-9-]{2,80}$'),
    display_name text        not null check (length(display_name) between 1 and 120),
    parent_id    uuid        references category,
    path         text        not null,
    depth        int         not null check (depth between 1 and 6),
    version      bigint      not null check (version > 0),
    created_at   timestamptz not null,
    check (parent_id <> id)
);
create index category_by_parent on category (parent_id);
create index category_by_path on category (path text_pattern_ops);
create index category_by_name on category (lower(display_name));

-- One row per product, for ever: a deleted one keeps its row, because orders and events name it.
create table product (
    id             uuid        primary key,
    sku            text        not null unique,
    name           text        not null check (length(name) between 2 and 200),
    description    text        check (length(description) between 10 and 5000),
    price          bigint      not null check (price >= 0),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    category_id    uuid        references category,
    status         text        not null check (status in ('DRAFT', 'ACTIVE', 'DISCONTINUED', 'ARCHIVED')),
    seller_id      uuid,
    tax_category   text        check (length(tax_category) between 1 and 40),
    weight_grams   int         check (weight_grams >= 0),
    version        bigint      not null check (version > 0),
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    discontinued_at     timestamptz check ((discontinued_at is null) = (discontinued_reason is null)),
    discontinued_reason text   check (discontinued_reason in ('DISCONTINUED', 'RECALL', 'SELLER_LEFT')),
    replacement_id uuid,
    deleted_at     timestamptz check (deleted_at is null or status = 'ARCHIVED'),
    delete_reason  text,
    -- What is for sale has a price.
    check (status <> 'ACTIVE' or price > 0),
    check (status <> 'DISCONTINUED' or discontinued_at is not null)
) with (fillfactor = 85);
create index product_for_sale on product (id) where status = 'ACTIVE' and deleted_at is null;
create index product_for_sale_by_category on product (category_id, id) where status = 'ACTIVE' and deleted_at is null;
create index product_by_category on product (category_id, id);
create index product_by_status on product (status, id) where deleted_at is null;
create index product_by_seller on product (seller_id, id) where deleted_at is null;

create table product_variant (
    id         uuid    primary key,
    product_id uuid    not null references product,
    sku        text    not null unique,
    price      bigint  check (price > 0),
    position   int     not null,
    removed    boolean not null default false
);
create index product_variant_by_product on product_variant (product_id, position);

-- Every sku ever given, to a product or to a variant: unique over both, and never given away again. Taken before the
-- product's row is written, so that of two writers one is refused instead of failing.
create table sku (
    sku        text primary key check (length(sku) between 1 and 64),
    product_id uuid not null references product deferrable initially deferred,
    variant_id uuid
);

-- Attributes of a product (variant_id is the product's own id) and of its variants.
create table product_attribute (
    product_id uuid not null references product,
    owner_id   uuid not null,
    name       text not null check (length(name) between 1 and 60),
    value      text not null check (length(value) <= 500),
    primary key (product_id, owner_id, name)
);

-- Address and hash, never the bytes.
create table product_media (
    id         uuid    primary key,
    product_id uuid    not null references product,
    url        text    not null check (length(url) between 8 and 2048),
    sha256     text    check (sha256 ~ '^[0-9a-f]{64}$'),
    is_primary boolean not null,
    position   int     not null,
    unique (product_id, url)
);
create unique index product_media_primary on product_media (product_id) where is_primary;

-- Every base price that was ever in force, and from when; variant_id null is the product's own price.
create table price_history (
    id         bigint      generated always as identity primary key,
    product_id uuid        not null references product,
    variant_id uuid,
    old_price  bigint,
    new_price  bigint      not null check (new_price >= 0),
    currency   text        not null,
    valid_from timestamptz not null,
    changed_by text        not null,
    reason     text
);
create index price_history_by_product on price_history (product_id, valid_from);

-- Prices that are to take effect later.
create table scheduled_price (
    id           uuid        primary key,
    product_id   uuid        not null references product,
    variant_id   uuid,
    price        bigint      not null check (price > 0),
    currency     text        not null,
    effective_at timestamptz not null,
    changed_by   text        not null,
    reason       text,
    state        text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'DROPPED'))
);
create index scheduled_price_due on scheduled_price (effective_at) where state = 'WAITING';
create unique index scheduled_price_once on scheduled_price (product_id, coalesce(variant_id, product_id), effective_at)
    where state = 'WAITING';

-- What the catalogue says about prices; written only from the catalogue's events.
create table base_price_cache (
    product_id   uuid        primary key,
    sku          text        not null,
    price        bigint      not null check (price >= 0),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    tax_category text,
    weight_grams integer     not null check (weight_grams >= 0),
    status       text        not null,
    -- version of the product that was last seen; an older event changes nothing
    version      bigint      not null,
    -- counts the changes of this row, so that copies in memory can be compared
    revision     bigint      not null,
    as_of        timestamptz not null
);

create table base_price_variant_cache (
    variant_id uuid    primary key,
    product_id uuid    not null references base_price_cache,
    sku        text    not null,
    -- null means the product's
    price      bigint  check (price >= 0),
    removed    boolean not null
);

create index base_price_variant_cache_by_product on base_price_variant_cache (product_id);

-- What inventory last said about a sku; for display only, never to decide a sale. version is inventory's own.
create table availability_view (
    sku           text        primary key,
    product_id    uuid        not null,
    available     bigint      not null,
    reorder_point bigint,
    state         text        not null check (state in ('IN_STOCK', 'LOW', 'OUT')),
    version       bigint      not null,
    as_of         timestamptz not null
) with (fillfactor = 70);
create index availability_view_by_product on availability_view (product_id);

-- How often a product went into a cart, a day; the days older than a week are swept away.
create table product_interest (
    product_id uuid   not null,
    day        date   not null,
    adds       bigint not null check (adds > 0),
    primary key (product_id, day)
) with (fillfactor = 70);
create index product_interest_by_day on product_interest (day);

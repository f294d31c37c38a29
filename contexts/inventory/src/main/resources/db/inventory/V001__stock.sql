-- Where stock is kept. Reservations take from the smallest priority first.
create table location (
    id         text        collate "C" primary key check (id ~ '^[A-Z0-9][A-Z0-9_-]{0,19}$'),
    name       text        not null check (length(name) between 1 and 100),
    priority   int         not null check (priority between 1 and 1000),
    created_at timestamptz not null
);
insert into location (id, name, priority, created_at) values ('MAIN', 'Main warehouse', 100, now());

-- One row per sku: whose it is, when it counts as low, and the version of the events published under the sku.
-- Changed only while the sku's stock rows are locked, so the hot path never locks it.
create table article (
    sku              text        collate "C" primary key,
    product_id       uuid        not null,
    variant_id       uuid,
    seller_id        uuid,
    sellable         boolean     not null default true,
    reorder_point    bigint      not null default 10 check (reorder_point >= 0),
    auto_reorder_at  bigint      not null default 5 check (auto_reorder_at >= 0),
    reorder_quantity bigint      check (reorder_quantity > 0),
    policy_version   bigint      not null default 0,
    low              boolean     not null default false,   -- at or below the reorder point; false while never stocked
    alerted          boolean     not null default false,   -- LowStockAlert is out and not yet re-armed
    suggested        boolean     not null default false,   -- ReorderSuggested is out for this dip
    version          bigint      not null default 0
);
create index article_by_product on article (product_id);
create index article_low on article (sku) where low;

-- What is on hand and how much of it is promised. version counts the movements; dirty_since is when a change was first
-- made that StockLevelChanged has not told yet. It is the only indexed column that changes, so that most updates of a
-- busy row stay on its page (HOT).
create table stock_item (
    sku         text        collate "C" not null references article,
    location_id text        collate "C" not null references location,
    on_hand     bigint      not null default 0 check (on_hand between 0 and 2000000000),
    reserved    bigint      not null default 0 check (reserved >= 0),
    version     bigint      not null default 0,
    dirty_since timestamptz,
    primary key (sku, location_id),
    check (reserved <= on_hand)
) with (fillfactor = 40);
create index stock_item_dirty on stock_item (dirty_since) where dirty_since is not null;

-- Every change of a stock row, for ever: version is the row's version after it, on_hand and reserved are its balances
-- after it. The sums of the deltas are the stock. A commit changes neither column and so has no movement.
create table stock_movement (
    sku            text        collate "C" not null,
    location_id    text        collate "C" not null,
    version        bigint      not null check (version > 0),
    kind           text        not null check (kind in
                       ('RECEIPT', 'ADJUST', 'RESERVE', 'RELEASE', 'TRANSFER_OUT', 'TRANSFER_IN')),
    on_hand_delta  int         not null,
    reserved_delta int         not null,
    on_hand        bigint      not null,
    reserved       bigint      not null,
    reference      uuid        not null,
    at             timestamptz not null,
    primary key (sku, location_id, version)
);

create function stock_movement_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'stock movements are never changed or removed';
end
$$;
create trigger stock_movement_append_only before update or delete or truncate on stock_movement
    for each statement execute function stock_movement_is_append_only();

-- Up to which movement the ledger has been compared with the stock, and the balances there: the regular comparison
-- only adds up what came after.
create table ledger_checkpoint (
    sku         text        collate "C" not null,
    location_id text        collate "C" not null,
    version     bigint      not null,
    on_hand     bigint      not null,
    reserved    bigint      not null,
    primary key (sku, location_id)
);

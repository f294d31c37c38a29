-- What is held for a checkout, later for its order. lines is one row per sku and location, `sku<TAB>location<TAB>quantity`,
-- joined by newlines (a backslash, tab or newline in a sku is escaped by a backslash): read and written as a whole, and a tenth of the
-- size of a table of lines. For UNAVAILABLE it is what was available instead, without a location.
-- A RELEASED row without lines is a tombstone: the release came first, and a reserve after it holds nothing.
create table reservation (
    id          uuid        primary key,
    checkout_id uuid,
    order_id    uuid,
    cart_id     uuid,
    status      text        not null check (status in ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED', 'UNAVAILABLE')),
    lines       text        not null,
    reason      text,                                  -- why RELEASED
    reserved_at timestamptz not null,
    expires_at  timestamptz not null,
    version     bigint      not null check (version > 0),
    check (status not in ('HELD', 'COMMITTED') or (lines <> '' and order_id is not null))
);
create index reservation_due on reservation (expires_at) where status = 'HELD';

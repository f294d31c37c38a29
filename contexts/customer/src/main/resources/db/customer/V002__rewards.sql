-- The sum of a customer's entries, and how much of it waits for orders.
create table reward_account (
    customer_id uuid   primary key references customer,
    balance     bigint not null check (balance >= 0),
    held        bigint not null check (held between 0 and balance),
    -- when points expire next, or their owner has to be told that they will
    due_at      timestamptz,
    told_until  timestamptz,
    version     bigint not null
);
create index reward_account_due on reward_account (due_at) where due_at is not null;

-- Append-only: sum(points) = balance.
create table reward_entry (
    entry_id    uuid        primary key,
    customer_id uuid        not null references reward_account,
    kind        text        not null check (kind in ('EARNED', 'TAKEN_BACK', 'REDEEMED', 'RETURNED', 'EXPIRED')),
    points      bigint      not null check ((points > 0) = (kind in ('EARNED', 'RETURNED')) and points <> 0),
    order_id    uuid,
    hold_id     uuid,
    at          timestamptz not null,
    expires_at  timestamptz check ((expires_at is not null) = (points > 0))
);
create index reward_entry_by_customer on reward_entry (customer_id, entry_id);
create trigger reward_entry_append_only before update or delete on reward_entry
    for each statement execute function append_only();

-- A hold is kept after it has ended: a command that is sent again is answered again. RELEASED without a customer is
-- the tombstone of a hold that was released before it arrived.
create table reward_hold (
    hold_id     uuid        primary key,
    checkout_id uuid        not null,
    order_id    uuid,
    customer_id uuid,
    points      bigint      not null check (points >= 0),
    amount      bigint      not null check (amount >= 0),
    currency    text,
    state       text        not null check (state in ('HELD', 'REJECTED', 'RELEASED', 'REDEEMED', 'RETURNED')),
    reason      text        check ((state in ('REJECTED', 'RELEASED')) = (reason is not null)),
    expires_at  timestamptz,
    version     bigint      not null,
    created_at  timestamptz not null,
    check (state <> 'HELD' or (expires_at is not null and customer_id is not null))
);
create index reward_hold_due on reward_hold (expires_at) where state = 'HELD';
create index reward_hold_by_order on reward_hold (order_id) where state = 'REDEEMED';
create index reward_hold_by_customer on reward_hold (customer_id) where state = 'HELD';

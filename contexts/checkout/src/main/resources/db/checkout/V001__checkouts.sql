-- One row per checkout: where the saga stands. Rows are updated a handful of times within milliseconds, so they keep
-- room beside them (fillfactor) and touch no index on the way (due_at is exact and not indexed, next_due is indexed and
-- only moves when it must).
create table checkout_saga (
    checkout_id      uuid        primary key,
    cart_id          uuid        not null,
    order_id         uuid        not null,
    customer_id      uuid        not null,
    placed_by        text        not null,
    total            bigint      not null check (total >= 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    coupon           boolean     not null,
    started_at       timestamptz not null,
    deadline         timestamptz not null check (deadline > started_at),

    state            text        not null
                     check (state in ('PENDING', 'ACTION_REQUIRED', 'COMPENSATING', 'COMPLETED', 'FAILED')),
    -- Under way; of a failed checkout, where it failed.
    step             text        not null
                     check (step in ('RESERVE', 'HOLD_COUPON', 'AUTHORIZE', 'COMMIT', 'CREATE_ORDER')),
    attempts         integer     not null check (attempts > 0),
    asked_at         timestamptz not null,
    due_at           timestamptz,
    -- Never later than due_at.
    next_due         timestamptz check ((due_at is null) = (next_due is null)),
    version          bigint      not null check (version > 0),
    facts            bigint      not null check (facts > 0),
    history          text        not null,

    authorization_id uuid,
    payment_kind     text        check ((authorization_id is null) = (payment_kind is null)),
    payment_brand    text,
    payment_last4    text,

    action_kind      text,
    action_ref       text        check ((state = 'ACTION_REQUIRED') = (action_ref is not null)),
    action_until     timestamptz check ((action_kind is null) = (action_until is null)),

    reason           text        check ((state in ('COMPENSATING', 'FAILED')) = (reason is not null)),
    detail           text,
    -- Steps, the latest first, with a comma between.
    undo_open        text        check (state <> 'COMPENSATING' or undo_open <> ''),
    undo_done        text,

    confirmation     text        check ((state = 'COMPLETED') = (confirmation is not null)),
    ended_at         timestamptz check ((state in ('COMPLETED', 'FAILED')) = (ended_at is not null)),
    check (state not in ('PENDING', 'ACTION_REQUIRED', 'COMPENSATING') or due_at is not null)
) with (fillfactor = 50);

create index checkout_saga_by_due on checkout_saga (next_due) where next_due is not null;
create index checkout_saga_by_start on checkout_saga (started_at, checkout_id);
create index checkout_saga_failed on checkout_saga (started_at, checkout_id) where state = 'FAILED';

-- The checked-out cart as it came, from which later commands are made. Written once, so that the row above stays
-- small; not compressed, because it is read at most a few times, and mostly never.
create table checkout_input (
    checkout_id uuid primary key,
    cart        text not null
);
alter table checkout_input alter column cart set storage external;

-- What operators did, and why.
create table saga_note (
    note_id     uuid        primary key,
    checkout_id uuid        not null,
    at          timestamptz not null,
    actor       text        not null,
    action      text        not null check (action in ('RETRY')),
    note        text        not null check (length(note) between 3 and 500)
);
create index saga_note_by_checkout on saga_note (checkout_id);

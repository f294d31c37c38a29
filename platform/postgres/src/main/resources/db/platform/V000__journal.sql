-- Everything this context has published or sent, for ever in commit-safe order; outbox and history in one.
-- Partitioned by position so that old parts can be detached and archived.
create table journal (
    position          bigint      generated always as identity,
    id                uuid        not null,
    target            text,                       -- handling context of a command; null for an event
    type              text        not null,
    version           text        not null,
    key               text        not null,       -- order of delivery
    aggregate_version bigint      not null,       -- from 1 for events, 0 for commands; no check: it would be parsed for every append
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null default clock_timestamp(),
    correlation_id    uuid        not null,
    causation_id      uuid        not null,
    actor_kind        text        not null,
    actor_id          text        not null,
    traceparent       text,
    payload           text        not null,
    primary key (position)
) partition by range (position);
create table journal_0 partition of journal for values from (0) to (5000000);
create table journal_1 partition of journal for values from (5000000) to (10000000);

-- How far this context has handled the journal of each context it listens to. Moves in the transaction of the effect.
create table cursor (
    source     text        primary key,
    position   bigint      not null check (position >= 0)
) with (fillfactor = 50);

-- Messages that failed, and those behind them with the same key. due_at is null while an earlier one is in the way.
create table parked (
    source         text        not null,
    position       bigint      not null,
    key            text        not null,
    id             uuid        not null,
    target         text,
    type           text        not null,
    version        text        not null,
    aggregate_version bigint   not null,
    occurred_at    timestamptz not null,
    correlation_id uuid        not null,
    causation_id   uuid        not null,
    actor_kind     text        not null,
    actor_id       text        not null,
    traceparent    text,
    payload        text        not null,
    attempts       int         not null default 0,
    due_at         timestamptz,
    dead           boolean     not null default false,
    error          text,
    parked_at      timestamptz not null,
    primary key (source, position)
);
create index parked_by_key on parked (source, key, position);
create index parked_due on parked (due_at) where due_at is not null and not dead;

-- Answers given under an Idempotency-Key, written in the transaction of the effect.
create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    route       text        not null,
    fingerprint text        not null,
    status      int         not null default 0,
    answer      text,
    headers     text,
    created_at  timestamptz not null,
    primary key (caller, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- Verdicts that someone may want to look at; passed checks leave their score on the payment only.
create table fraud_check (
    id         uuid        primary key,
    payment_id uuid        not null,
    order_id   uuid        not null,
    result     text        not null check (result in ('REVIEW', 'FAILED')),
    score      int         not null check (score between 0 and 1000),
    reasons    text        not null,
    review_by  timestamptz,
    checked_at timestamptz not null,
    decision   text        check (decision in ('ACCEPT', 'REJECT')),
    decided_by text,
    note       text,
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null))
);

create index fraud_check_open on fraud_check (checked_at) where review_by is not null and decided_at is null;

create table payment_alarm (
    number     bigint      generated always as identity primary key,
    payment_id uuid,
    order_id   uuid,
    kind       text        not null,
    detail     text        not null,
    raised_at  timestamptz not null
);

-- Webhooks, each once. Reduced to what is needed: bodies of some providers carry names and addresses.
create table provider_event (
    provider       text        not null,
    event_id       text        not null,
    type           text        not null,
    payment_id     uuid,
    reference      text,
    captured_total bigint,
    refunded_total bigint,
    created_at     timestamptz not null,
    received_at    timestamptz not null,
    -- null once processed
    due_at         timestamptz,
    outcome        text        check ((due_at is null) = (outcome is not null)),
    primary key (provider, event_id)
);

create index provider_event_due on provider_event (due_at) where due_at is not null;

create table reconciliation_run (
    id          uuid        primary key,
    day         date        not null,
    number      int         not null,
    state       text        not null check (state in ('REQUESTED', 'DONE')),
    due_at      timestamptz check ((state = 'REQUESTED') = (due_at is not null)),
    matched     int         not null default 0,
    mismatches  int         not null default 0,
    pending     int         not null default 0,
    difference  bigint      not null default 0,
    finished_at timestamptz,
    unique (day, number)
);

create index reconciliation_run_due on reconciliation_run (due_at) where due_at is not null;

create table reconciliation_item (
    run_id     uuid   not null references reconciliation_run,
    number     int    not null,
    payment_id uuid,
    reference  text,
    kind       text   not null,
    detail     text   not null,
    difference bigint not null,
    primary key (run_id, number)
);

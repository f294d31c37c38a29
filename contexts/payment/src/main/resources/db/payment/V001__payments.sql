-- One row per payment. The checks hold at every instant, also between two statements of a faulty program:
-- nothing is captured beyond the authorization, nothing given back beyond the capture.
create table payment (
    id                uuid        primary key,
    order_id          uuid,
    checkout_id       uuid,
    cart_id           uuid,
    customer_id       uuid,
    amount            bigint      not null check (amount >= 0),
    -- unknown only of a tombstone: a void that came before its authorization
    currency          text        check (currency ~ '^[A-Z]{3}$'),
    token             text        not null,
    return_url        text,
    country           text,
    correlation_id    uuid        not null,
    requested_at      timestamptz not null,
    status            text        not null check (status in ('REQUESTED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURED',
                                                             'FAILED', 'VOID_PENDING', 'VOIDED')),
    version           bigint      not null check (version >= 1),
    reference         text,
    brand             text,
    last4             text        check (length(last4) <= 4),
    authorized        bigint      not null default 0 check (authorized between 0 and amount),
    captured          bigint      not null default 0 check (captured between 0 and authorized),
    refunded          bigint      not null default 0 check (refunded >= 0),
    refund_pending    bigint      not null default 0 check (refund_pending >= 0),
    capture_requested boolean     not null default false,
    blocked           boolean     not null default false,
    capture_failures  int         not null default 0,
    failure_reason    text        check ((status = 'FAILED') <= (failure_reason is not null)),
    failure_detail    text,
    client_ref        text,
    action_due        timestamptz check ((status = 'ACTION_REQUIRED') = (action_due is not null)),
    authorized_at     timestamptz,
    expires_at        timestamptz,
    captured_at       timestamptz,
    fraud_result      text,
    fraud_score       int,
    check (refunded + refund_pending <= captured),
    check ((currency is not null and order_id is not null and checkout_id is not null) or status = 'VOIDED')
    -- room for the three updates of a purchase in the same page, so that no index is touched by them
) with (fillfactor = 60);

create index payment_by_order on payment (order_id);
create index payment_action_due on payment (action_due) where action_due is not null;
create index payment_by_day on payment using brin (requested_at) with (pages_per_range = 16, autosummarize = on);

-- What is or was asked of the provider; the safety net of the hand-over in memory.
create table provider_call (
    payment_id uuid        not null,
    operation  text        not null check (operation in ('AUTHORIZE', 'LOOK', 'CAPTURE', 'VOID', 'REFUND')),
    subject    uuid        not null,
    round      int         not null default 0,
    amount     bigint      not null check (amount >= 0),
    state      text        not null check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    attempts   int         not null default 0,
    next_due   timestamptz check ((state = 'OPEN') = (next_due is not null)),
    answer     text,
    created_at timestamptz not null,
    primary key (payment_id, operation, subject)
);

create index provider_call_due on provider_call (next_due) where next_due is not null;

create table refund (
    id           uuid        primary key,
    payment_id   uuid        not null references payment,
    amount       bigint      not null check (amount > 0),
    currency     text        not null,
    reason       text        not null,
    state        text        not null check (state in ('AWAITING_APPROVAL', 'REQUESTED', 'PROCESSED', 'REJECTED',
                                                       'FAILED')),
    return_id    uuid,
    requested_by text        not null,
    -- four eyes: nobody lets their own refund go
    decided_by   text        check (decided_by <> requested_by or decided_by = 'system'),
    requested_at timestamptz not null,
    processed_at timestamptz check ((state = 'PROCESSED') = (processed_at is not null))
);

create index refund_by_payment on refund (payment_id);

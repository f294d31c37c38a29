create table webhook_subscription (
    id              uuid        primary key,
    url             text        not null,
    secret          text        not null, -- sealed
    previous_secret text,                 -- sealed; signs as well until previous_until
    previous_until  timestamptz check ((previous_secret is null) = (previous_until is null)),
    status          text        not null check (status in ('ACTIVE', 'DISABLED')),
    failing_since   timestamptz,
    last_error      text,
    version         bigint      not null,
    created_at      timestamptz not null
);

create table webhook_event_type (
    event_type      text not null,
    subscription_id uuid not null references webhook_subscription on delete cascade,
    primary key (event_type, subscription_id)
);
create index webhook_event_type_of on webhook_event_type (subscription_id);

-- Events that somebody wanted when they came, as they are sent. Positions are those that a replay begins at.
create table webhook_event (
    position   bigint      generated always as identity primary key,
    event_id   uuid        not null unique,
    event_type text        not null,
    aggregate  text        not null,
    payload    text        not null,
    at         timestamptz not null
);
create index webhook_event_at on webhook_event (at);

-- One row per subscription and event. Open while due_at is set; of one aggregate only the lowest open position is sent.
create table webhook_delivery (
    subscription_id uuid        not null references webhook_subscription on delete cascade,
    position        bigint      not null,
    aggregate       text        not null,
    status          text        not null check (status in ('QUEUED', 'DELIVERED', 'FAILED')),
    attempts        integer     not null,
    failures        integer     not null,
    answer          integer,
    latency_ms      bigint,
    error           text,
    due_at          timestamptz,
    delivered_at    timestamptz,
    primary key (subscription_id, position),
    check ((status = 'QUEUED') = (due_at is not null))
);
create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
create index webhook_delivery_open on webhook_delivery (subscription_id, aggregate, position) where due_at is not null;
create index webhook_delivery_of_event on webhook_delivery (position);

-- What people ask about their data: a copy, or to be forgotten. The row is the memory of the process.
create table subject_request (
    request_id    uuid        primary key,
    customer_id   uuid        not null,
    kind          text        not null check (kind in ('EXPORT', 'ERASURE')),
    state         text        not null check (state in
        ('COLLECTING', 'READY', 'EXPIRED',
         'COOLING_OFF', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING', 'COMPLETED', 'CANCELLED')),
    requested_by  text        not null,
    requested_at  timestamptz not null,
    due_by        date        not null,
    execute_after timestamptz,
    -- what may be looked for after the erasure, under a key of its own that is destroyed at the end
    canary_key    uuid,
    canaries      text,
    -- of an export the sealed package, of an erasure the certificate
    document      text,
    sha256        text,
    expires_at    timestamptz,
    next_step_at  timestamptz,
    alarmed_at    timestamptz,
    completed_at  timestamptz,
    version       bigint      not null
);
create index subject_request_by_customer on subject_request (customer_id, request_id);
create index subject_request_due on subject_request (next_step_at) where next_step_at is not null;
create index subject_request_open on subject_request (requested_at)
    where alarmed_at is null and state in ('COLLECTING', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING');
create unique index subject_request_one_open on subject_request (customer_id, kind)
    where state in ('COLLECTING', 'COOLING_OFF', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING');

-- One row for each context and each id of the person (her own, and those she had as a guest).
create table subject_request_part (
    request_id      uuid    not null references subject_request,
    subject_id      uuid    not null,
    context         text    not null,
    answered_at     timestamptz,
    records         integer not null default 0,
    sha256          text,
    part            text,
    deleted         integer not null default 0,
    pseudonymised   integer not null default 0,
    retained        integer not null default 0,
    retention_basis text,
    primary key (request_id, subject_id, context)
);

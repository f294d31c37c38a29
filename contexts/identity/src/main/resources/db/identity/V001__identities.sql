-- Who can sign in: customers (with the customer's own id) and members of staff. `login` is the blind index of the
-- normalised address; the address itself is sealed under the person's key.
create table identity (
    id              uuid        primary key,
    customer_id     uuid        unique check (customer_id = id),
    login           text        unique,
    email           text,
    email_verified  boolean     not null default false,
    status          text        not null check (status in ('ACTIVE', 'DISABLED')),
    status_reason   text,
    matched         boolean     not null default false,
    failures        integer     not null default 0,
    locked_until    timestamptz,
    last_sign_in_at timestamptz,
    created_at      timestamptz not null,
    version         bigint      not null default 1
);

-- Logins whose customer never came to be.
create index identity_by_unmatched on identity (created_at) where not matched and customer_id is not null;

-- Members of staff, for the list.
create index identity_by_staff on identity (id) where customer_id is null;

create table credential (
    identity_id uuid        primary key references identity on delete cascade,
    hash        text        not null,
    changed_at  timestamptz not null
);

-- The second factor; `last_step` is the time step of the last code that was taken, so that none is taken twice.
create table mfa_factor (
    identity_id  uuid        not null references identity on delete cascade,
    kind         text        not null check (kind in ('TOTP')),
    secret       text        not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0,
    primary key (identity_id, kind)
);

create table recovery_code (
    identity_id uuid        not null references identity on delete cascade,
    hash        text        not null,
    used_at     timestamptz,
    primary key (identity_id, hash)
);

create table role_assignment (
    identity_id uuid        not null references identity on delete cascade,
    role        text        not null,
    seller_id   uuid,
    location_id text,
    granted_by  text        not null,
    granted_at  timestamptz not null,
    unique nulls not distinct (identity_id, role, seller_id, location_id)
);

-- Grants that a second pair of eyes has to see.
create table role_request (
    id           uuid        primary key,
    identity_id  uuid        not null references identity on delete cascade,
    role         text        not null,
    seller_id    uuid,
    location_id  text,
    requested_by text        not null,
    requested_at timestamptz not null,
    decision     text        check (decision in ('APPROVED', 'REJECTED')),
    decided_by   text,
    decided_at   timestamptz,
    check (decided_by <> requested_by or decision = 'REJECTED'),
    check ((decision is null) = (decided_by is null))
);

create index role_request_by_open on role_request (requested_at, id) where decision is null;
create index role_request_by_identity on role_request (identity_id);

-- A link in a mail: known by its reference until it is fetched, by the hash of its token afterwards.
create table one_time_link (
    ref         uuid        primary key,
    identity_id uuid        not null references identity on delete cascade,
    purpose     text        not null check (purpose in ('RESET', 'VERIFY', 'INVITE')),
    email       text,
    login       text,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create index one_time_link_by_identity on one_time_link (identity_id, purpose) where used_at is null;
create index one_time_link_by_expiry on one_time_link (expires_at);

create table one_time_token (
    hash text primary key,
    ref  uuid not null references one_time_link on delete cascade
);

create index one_time_token_by_ref on one_time_token (ref);

-- What happened at the door, for 90 days.
create table login_attempt (
    id          uuid        primary key,
    at          timestamptz not null,
    identity_id uuid        references identity on delete cascade,
    outcome     text        not null,
    network     text
);

create index login_attempt_by_identity on login_attempt (identity_id, at);
create index login_attempt_by_age on login_attempt (at);

-- One sign-in at one client; the family of its refresh tokens. Device and network are sealed.
create table session (
    id           uuid        primary key,
    identity_id  uuid        not null references identity on delete cascade,
    client_id    text        not null,
    scope        text        not null,
    methods      text        not null,
    signed_in_at timestamptz not null,
    device       text,
    network      text,
    last_used_at timestamptz not null,
    idle_until   timestamptz not null,
    ends_at      timestamptz not null,
    ended_at     timestamptz,
    end_reason   text
);

create index session_by_identity on session (identity_id) where ended_at is null;
create index session_by_end on session (ended_at) where ended_at is not null;
create index session_by_idle on session (idle_until) where ended_at is null;

create table refresh_token (
    hash       text        primary key,
    session_id uuid        not null references session on delete cascade,
    used_at    timestamptz
);

create index refresh_token_by_session on refresh_token (session_id);

-- The browser's own sign-in at the authorization server: what the cookie of the sign-in pages stands for.
create table sign_on (
    hash         text        primary key,
    identity_id  uuid        not null references identity on delete cascade,
    step         text        not null check (step in ('CODE', 'ENROL', 'DONE')),
    methods      text        not null,
    signed_in_at timestamptz not null,
    ends_at      timestamptz not null
);

create index sign_on_by_identity on sign_on (identity_id);
create index sign_on_by_end on sign_on (ends_at);

create table authorization_code (
    hash         text        primary key,
    client_id    text        not null,
    redirect_uri text        not null,
    challenge    text        not null,
    nonce        text,
    scope        text        not null,
    identity_id  uuid        not null references identity on delete cascade,
    methods      text        not null,
    signed_in_at timestamptz not null,
    expires_at   timestamptz not null,
    session_id   uuid
);

create index authorization_code_by_identity on authorization_code (identity_id);
create index authorization_code_by_expiry on authorization_code (expires_at);

create table consent (
    identity_id uuid        not null references identity on delete cascade,
    client_id   text        not null,
    scope       text        not null,
    granted_at  timestamptz not null,
    primary key (identity_id, client_id)
);

-- Who may ask for tokens. Lists are separated by spaces. A client without secret is public and must use PKCE alone.
create table api_client (
    client_id     text        primary key,
    name          text        not null,
    secret_hash   text,
    roles         text        not null,
    redirect_uris text        not null,
    first_party   boolean     not null,
    subject       uuid        not null unique,
    expires_at    timestamptz,
    created_by    text        not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);

-- Private halves are sealed. One key signs at a time; the next one is published before it does, the last one stays
-- known until everything that it signed has expired.
create table signing_key (
    kid            text        primary key,
    sealed         text        not null,
    modulus        text        not null,
    exponent       text        not null,
    signs_from     timestamptz not null unique,
    verifies_until timestamptz
);

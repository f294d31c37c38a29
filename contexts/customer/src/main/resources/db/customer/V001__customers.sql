-- Personal values (addresses of all kinds, names, telephone numbers) are stored sealed under the person's own key. An
-- e-mail address is looked up by its keyed hash, so there is nothing to search in clear.
create table customer (
    customer_id       uuid        primary key,
    status            text        not null check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED', 'ERASED')),
    email             text,
    email_blind       text,
    email_verified_at timestamptz,
    pending_email     text,
    pending_blind     text,
    name              text,
    phone             text,
    locale            text,
    unreachable_at    timestamptz,
    level             text        not null check (level in ('STANDARD', 'SILVER', 'GOLD', 'PLATINUM', 'VIP')),
    level_since       timestamptz not null,
    review_at         timestamptz,
    version           bigint      not null check (version >= 1),
    registered_at     timestamptz not null,
    changed_at        timestamptz not null,
    check ((email is null) = (email_blind is null)),
    check ((pending_email is null) = (pending_blind is null)),
    -- an erased person leaves nothing but an id
    check (status <> 'ERASED' or (email is null and pending_email is null and name is null and phone is null)),
    check (status = 'ERASED' or email is not null)
);

-- One account an address. Guests are not accounts and have a table of their own.
create unique index customer_by_email on customer (email_blind);
create index customer_by_registration on customer (registered_at, customer_id);
create index customer_by_status on customer (status, registered_at, customer_id);
create index customer_to_review on customer (review_at) where review_at is not null;

create table customer_address (
    customer_id      uuid        not null references customer,
    address_id       uuid        not null,
    address          text        not null,
    country          text        not null check (country ~ '^[A-Z]{2}$'),
    billing          boolean     not null,
    shipping         boolean     not null,
    default_billing  boolean     not null,
    default_shipping boolean     not null,
    version          bigint      not null,
    created_at       timestamptz not null,
    primary key (customer_id, address_id),
    check (billing or shipping),
    check (billing or not default_billing),
    check (shipping or not default_shipping)
);
create unique index customer_address_default_billing on customer_address (customer_id) where default_billing;
create unique index customer_address_default_shipping on customer_address (customer_id) where default_shipping;

create table customer_preference (
    customer_id   uuid   primary key references customer,
    language      text,
    currency      text   check (currency ~ '^[A-Z]{3}$'),
    notifications text   not null,
    version       bigint not null
);

-- Append-only: what was agreed to, which words were shown, and when. The last row of a purpose counts.
create table consent (
    consent_id   uuid        primary key,
    customer_id  uuid        not null references customer,
    purpose      text        not null check (purpose in ('MARKETING', 'ANALYTICS', 'PERSONALISATION')),
    granted      boolean     not null,
    text_version text        not null,
    at           timestamptz not null
);
create index consent_by_purpose on consent (customer_id, purpose, consent_id);

-- Append-only.
create table level_change (
    change_id     uuid        primary key,
    customer_id   uuid        not null references customer,
    previous      text        not null,
    level         text        not null,
    rolling_spend bigint      not null,
    currency      text        not null,
    at            timestamptz not null
);
create index level_change_by_customer on level_change (customer_id, change_id);

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger consent_append_only before update or delete on consent
    for each statement execute function append_only();
create trigger level_change_append_only before update or delete on level_change
    for each statement execute function append_only();

-- Somebody who bought without an account: an id that the cart drew, and the address that was given. Claimed by the
-- customer who has proved that the address is hers.
create table guest (
    guest_id    uuid        primary key,
    email       text,
    email_blind text,
    seen_at     timestamptz not null,
    claimed_by  uuid        references customer,
    claimed_at  timestamptz,
    check ((email is null) = (email_blind is null)),
    check ((claimed_by is null) = (claimed_at is null))
);
create index guest_by_email on guest (email_blind) where claimed_by is null;
create index guest_by_claim on guest (claimed_by) where claimed_by is not null;

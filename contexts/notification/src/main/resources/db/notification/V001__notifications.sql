-- Rules on hot columns are domains: a check on the table is parsed with every insert.
create domain channel as text check (value in ('EMAIL', 'SMS', 'PUSH', 'IN_APP'));
create domain recipient_sort as text check (value in ('CUSTOMER', 'TEAM', 'ADDRESS'));
create domain notification_status as text check (value in ('QUEUED', 'SENT', 'FAILED', 'SUPPRESSED', 'EXPIRED'));

-- One row per notification and channel. The id is made of cause, template, channel and recipient, so the primary key
-- keeps a second one out. While it is QUEUED, due_at is when it is to be looked at: in the future also while somebody
-- is sending it, so that another one takes it up should the first have died.
create table notification (
    id             uuid                primary key,
    cause_id       uuid                not null,
    cause_type     text                not null,
    correlation_id uuid                not null,
    template       text                not null,
    category       text                not null,
    channel        channel             not null,
    recipient      uuid                not null,
    sort           recipient_sort      not null,
    order_id       uuid,
    address        text,               -- sealed; only where the recipient is no customer
    data           text,               -- values for the template, nothing personal
    status         notification_status not null,
    reason         text,
    attempts       integer             not null,
    failures       integer             not null, -- since it was queued or retried by hand
    due_at         timestamptz,
    created_at     timestamptz         not null,
    sent_at        timestamptz,
    read_at        timestamptz,
    provider_ref   text
);
create index notification_due on notification (due_at) where due_at is not null;
create index notification_sent on notification (recipient, sent_at) where sent_at is not null and channel <> 'IN_APP';
create index notification_unread on notification (recipient) where channel = 'IN_APP' and read_at is null;
create index notification_by_recipient on notification (recipient, id);
create index notification_failed on notification (id) where status = 'FAILED';

-- Tries that failed. One that succeeded is the row itself.
create table attempt (
    notification_id uuid        not null,
    number          integer     not null,
    at              timestamptz not null,
    outcome         text        not null,
    primary key (notification_id, number)
);

-- What mails about an order show. Filled from three events, in whichever order they come.
create table order_view (
    order_id     uuid primary key,
    customer_id  uuid,
    number       text,
    currency     text,
    subtotal     bigint,
    discount     bigint,
    shipping     bigint,
    tax          bigint,
    total        bigint,
    lines        text,
    country      text,
    email        text,        -- sealed
    placed_at    timestamptz,
    confirmed_at timestamptz
);

-- Holds that the shopper was told about: only then their end is worth a mail.
create table announced_hold (
    hold_id uuid primary key
);

-- How a customer is reached, and what they want. Copies of customer's facts, but for the quiet hours.
create table recipient (
    customer_id        uuid    primary key,
    registered         boolean not null default false,
    email              text,
    new_email          text, -- not verified yet
    phone              text,
    locale             text,
    zone               text,
    quiet_from         text,
    quiet_to           text,
    preferences        text,
    consent            boolean not null default false,
    profile_version    bigint  not null default 0,
    preference_version bigint  not null default 0
);

-- Addresses of apps that take push messages.
create table device (
    customer_id uuid        not null,
    device_id   text        not null,
    token       text        not null, -- sealed
    since       timestamptz not null,
    primary key (customer_id, device_id)
);

-- Nothing goes to these any more. The address itself is not kept.
create table suppression (
    address_hash text        not null,
    channel      channel     not null,
    reason       text        not null check (reason in ('HARD_BOUNCE', 'COMPLAINT', 'MANUAL')),
    since        timestamptz not null,
    primary key (address_hash, channel)
);

-- Texts that replace the shipped ones, which are version 1. The highest version is in use.
create table template (
    key        text        not null,
    locale     text        not null,
    version    bigint      not null check (version > 1),
    subject    text        not null,
    notice     text        not null,
    body       text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (key, locale, version)
);

-- What waits to be told together.
create table digest_entry (
    digest     text        not null,
    entry      text        not null,
    data       text        not null,
    created_at timestamptz not null,
    primary key (digest, entry)
);

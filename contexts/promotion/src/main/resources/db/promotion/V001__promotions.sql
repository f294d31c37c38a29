-- A campaign and the count of its uses. used + held never exceeds the limit: the row itself sees to it.
create table promotion (
    promotion_id             uuid        primary key,
    name                     text        not null,
    type                     text        not null
        check (type in ('PERCENTAGE', 'FIXED_AMOUNT', 'BUY_X_GET_Y', 'FREE_SHIPPING')),
    value                    bigint      not null check (value >= 0),
    currency                 text,
    code                     text,
    code_required            boolean     not null check (code_required or code is null),
    stackable                boolean     not null,
    priority                 integer     not null,
    starts_at                timestamptz not null,
    ends_at                  timestamptz check (ends_at > starts_at),
    usage_limit_total        integer     check (usage_limit_total > 0),
    usage_limit_per_customer integer     check (usage_limit_per_customer > 0),
    budget                   bigint      check (budget > 0),
    status                   text        not null check (status in ('SCHEDULED', 'ACTIVE', 'ENDED')),
    ended_because            text        check ((status = 'ENDED') = (ended_because is not null)),
    points_at_discontinued   boolean     not null default false,
    -- when the timetable changes the status next
    next_change_at           timestamptz check (status <> 'ENDED' or next_change_at is null),
    used                     bigint      not null default 0 check (used >= 0),
    held                     bigint      not null default 0 check (held >= 0),
    spent                    bigint      not null default 0 check (spent >= 0),
    held_amount              bigint      not null default 0 check (held_amount >= 0),
    orders                   bigint      not null default 0,
    given_back               bigint      not null default 0,
    -- rises with every event about the promotion
    version                  bigint      not null,
    -- rises with every change of the counters, so that copies in memory can be compared
    revision                 bigint      not null default 0,
    check (used + held <= usage_limit_total),
    check (spent + held_amount <= budget)
);

create index promotion_due on promotion (next_change_at) where next_change_at is not null;
create index promotion_active on promotion (promotion_id) where status = 'ACTIVE';
create unique index promotion_live_code on promotion (code) where code is not null and status <> 'ENDED';
create index promotion_by_code on promotion (code) where code is not null;

-- One row for each value of a rule; the rules of a kind with several values hold when one of them does.
create table promotion_rule (
    promotion_id uuid    not null references promotion,
    kind         text    not null check (kind in ('MIN_SPEND', 'PRODUCTS', 'CUSTOMER_GROUP', 'CHANNEL', 'QUANTITY')),
    value        text    not null,
    amount       bigint,
    buy          integer,
    get          integer,
    primary key (promotion_id, kind, value)
);

create index promotion_rule_by_product on promotion_rule (value) where kind = 'PRODUCTS';

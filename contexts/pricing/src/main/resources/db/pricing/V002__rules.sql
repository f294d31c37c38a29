-- One row. Whoever changes a rule, list, rate or tariff takes it first: such changes happen one after the other, so
-- that versions have no gaps.
create table rule_book (
    only_one boolean primary key default true check (only_one),
    changes  bigint  not null
);

insert into rule_book (changes) values (0);

create table pricing_rule (
    rule_id        uuid        primary key,
    kind           text        not null check (kind in ('VOLUME', 'MEMBER', 'CHANNEL', 'PRICE_LIST')),
    name           text        not null,
    customer_group text,
    channel        text,
    price_list_id  uuid        check ((kind = 'PRICE_LIST') = (price_list_id is not null)),
    priority       integer     not null,
    from_at        timestamptz,
    to_at          timestamptz check (to_at > from_at),
    active         boolean     not null,
    version        bigint      not null check (version > 0),
    changed_by     text        not null,
    changed_at     timestamptz not null
);

create index pricing_rule_active on pricing_rule (rule_id) where active;

-- No row means every sku.
create table pricing_rule_sku (
    rule_id uuid not null references pricing_rule,
    sku     text not null,
    primary key (rule_id, sku)
);

create table pricing_rule_tier (
    rule_id      uuid    not null references pricing_rule,
    min_quantity integer not null check (min_quantity > 0),
    discount     numeric check (discount >= 0 and discount <= 1),
    unit_price   bigint  check (unit_price >= 0),
    -- '' for a discount, which holds in every currency
    currency     text    not null,
    check ((discount is null) <> (unit_price is null)),
    check ((unit_price is null) = (currency = '')),
    primary key (rule_id, min_quantity, currency)
);

create table price_list_entry (
    price_list_id uuid        not null,
    sku           text        not null,
    amount        bigint      not null check (amount >= 0),
    currency      text        not null,
    from_at       timestamptz not null,
    to_at         timestamptz check (to_at > from_at),
    -- of the list and sku, across its entries
    version       bigint      not null,
    primary key (price_list_id, sku, currency, from_at)
);

-- Dated and never changed: a later row follows an earlier one.
create table tax_rate (
    country         text        not null check (country ~ '^[A-Z]{2}$'),
    region          text        not null,
    postcode_prefix text        not null,
    tax_category    text        not null,
    rate            numeric     not null check (rate >= 0 and rate <= 1),
    inclusive       boolean     not null,
    from_at         timestamptz not null,
    -- of the country and category
    version         bigint      not null,
    primary key (country, tax_category, version),
    unique (country, region, postcode_prefix, tax_category, from_at)
);

-- country '' means everywhere
create table shipping_tariff (
    method_id       text    not null,
    country         text    not null,
    region          text    not null,
    postcode_prefix text    not null,
    currency        text    not null,
    name            text    not null,
    free_above      bigint  check (free_above >= 0),
    days            integer check (days >= 0),
    -- of the method, across zones and currencies
    version         bigint  not null,
    primary key (method_id, country, region, postcode_prefix, currency)
);

create table shipping_tariff_band (
    method_id       text    not null,
    country         text    not null,
    region          text    not null,
    postcode_prefix text    not null,
    currency        text    not null,
    ordinal         integer not null,
    -- null means any weight
    up_to_grams     integer check (up_to_grams > 0),
    price           bigint  not null check (price >= 0),
    primary key (method_id, country, region, postcode_prefix, currency, ordinal),
    foreign key (method_id, country, region, postcode_prefix, currency) references shipping_tariff
);

-- null after a customer was taken out, so that versions go on
create table customer_group (
    customer_id uuid   primary key,
    group_name  text,
    version     bigint not null
);

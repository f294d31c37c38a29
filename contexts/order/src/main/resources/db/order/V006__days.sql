-- What was placed on each day (UTC), for charts: orders of a month cannot be added up at every look. A sweep adds every
-- order once, along the key, when no older number can still appear; what is younger is added up at the look.
create table order_day (
    day      date   not null,
    currency text   not null,
    orders   bigint not null,
    units    bigint not null,
    revenue  bigint not null,
    primary key (day, currency)
);
create table day_count (
    only_one   boolean primary key default true check (only_one),
    counted_to bigint not null
);
insert into day_count (counted_to) values (-1);

-- The membership level of those who are above STANDARD, for questions that do not come from a cart.
create table member_level (
    customer_id uuid        primary key,
    level       text        not null,
    since       timestamptz not null
);

-- How many reward points the customer wants to spend; null means none.
create domain point_count as bigint check (value > 0);
alter table carts add column points point_count;

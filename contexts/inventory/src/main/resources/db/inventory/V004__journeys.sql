-- The journey that the stock is held for, so that the end of a forgotten hold is found under it. Null in tombstones and in
-- rows from before.
alter table reservation add column correlation_id uuid;

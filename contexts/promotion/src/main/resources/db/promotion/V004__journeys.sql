-- The journey that the uses are held for, so that the end of a forgotten hold is found under it. Null in tombstones and in
-- rows from before.
alter table coupon_hold add column correlation_id uuid;

-- The list of held orders, the most urgent first.
create index order_hold_open on order_hold (review_by, hold_id) where released_at is null;

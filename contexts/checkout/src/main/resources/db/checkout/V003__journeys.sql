-- The journey that the checkout belongs to, so that what its timers do is found under it. Null in rows from before.
alter table checkout_input add column correlation_id uuid;

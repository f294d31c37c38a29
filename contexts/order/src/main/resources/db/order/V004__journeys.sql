-- The journey in which the order was paid, so that the fulfilment that begins later is found under it. Null in rows from
-- before.
alter table fulfilment_due add column correlation_id uuid;

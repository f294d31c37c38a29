-- Refunds that wait for a second pair of eyes, oldest first.
create index refund_waiting on refund (requested_at, id) where state = 'AWAITING_APPROVAL';

-- What became of carts whose order exists, after their rows are gone: an id that was chosen once must not open a second
-- cart, whose checkouts would have the ids of the first one's. Kept for 90 days.
create table ordered_carts (
    cart_id     uuid        primary key,
    -- who may know: the customer, or the guest with this token
    customer_id uuid,
    token_hash  text,
    checkout_id uuid        not null,
    order_id    uuid        not null,
    ordered_at  timestamptz not null
);

-- rows come and go in the order of time, so ranges of pages are index enough
create index ordered_carts_by_age on ordered_carts using brin (ordered_at);

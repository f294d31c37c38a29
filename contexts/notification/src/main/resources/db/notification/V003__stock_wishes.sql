-- Who wants to hear when something is in stock again; gone once they have been told.
create table stock_wish (
    product_id   uuid        not null,
    customer_id  uuid        not null,
    product_name text        not null,
    asked_at     timestamptz not null,
    primary key (product_id, customer_id)
);

create index stock_wish_by_customer on stock_wish (customer_id, asked_at);

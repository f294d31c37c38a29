-- From here on addresses, e-mail and card suffixes are sealed, and the tables refuse anything else.
do $$ begin
    if exists (select from order_address) then
        raise exception 'this data directory holds addresses in clear, of a version before they were sealed; begin with a '
            'new one';
    end if;
end $$;
create domain sealed as text check (value like 's1.%');
alter table order_terms alter column payment_last4 type sealed;

drop table order_address;
-- Everything personal about an order is in this table, under the customer's key, and in the notes that people write.
-- BILLING exists only where it differs from DELIVERY.
create table order_address (
    number       bigint not null,
    kind         text   not null check (kind in ('DELIVERY', 'BILLING')),
    address      sealed not null,
    country_code text   not null check (length(country_code) = 2),
    email        sealed,
    revision     int    not null default 1,
    primary key (number, kind)
);

-- From here on addresses, e-mail and card suffixes are sealed, and the table refuses anything else.
do $$ begin
    if exists (select from checkout_input) or exists (select from checkout_saga where payment_last4 is not null) then
        raise exception 'this data directory holds checkouts with addresses in clear, of a version before they were '
            'sealed; begin with a new one';
    end if;
end $$;
create domain sealed as text check (value like 's1.%');
alter table checkout_saga alter column payment_last4 type sealed;

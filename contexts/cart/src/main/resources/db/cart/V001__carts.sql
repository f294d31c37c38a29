-- What a column may hold is said by domains: they are checked when a column is written, while checks of a table are
-- parsed and run again by every statement that changes a row. On the cart's row that was a third of an update's cost.
create domain cart_version as bigint check (value >= 1);
create domain cart_status as text check (value in ('ACTIVE', 'CHECKING_OUT', 'MERGED', 'EXPIRED'));
create domain cart_channel as text check (value in ('WEB', 'BACK_OFFICE', 'API'));
create domain currency_code as text check (value ~ '^[A-Z]{3}$');
create domain positive as int check (value >= 1);
create domain line_count as int check (value >= 0);
create domain reminder_count as int check (value between 0 and 3);
create domain price as bigint check (value >= 0);
create domain stock as bigint check (value >= 0);
create domain negotiated_price as bigint check (value >= 1);

-- One row per cart; gone as soon as its order exists. Room in the pages: every change of a line changes this row too.
create table carts (
    id                  uuid           primary key,
    version             cart_version   not null,
    status              cart_status    not null,
    channel             cart_channel   not null,
    currency            currency_code  not null,
    customer_id         uuid,
    -- SHA-256 of the guest's token; the token itself is nowhere
    token_hash          text,
    -- the customer id that a cart without a customer checks out with; the same again after a failed checkout
    guest_id            uuid,
    -- limits of the channel when the cart was opened
    max_quantity        positive       not null,
    max_lines           positive       not null,
    line_count          line_count     not null,
    promotion_code      text,
    dropped_code        text,
    shipping_method_id  text,
    email               text,
    recipient_name      text,
    line1               text,
    line2               text,
    city                text,
    region              text,
    postal_code         text,
    country_code        text,
    phone               text,
    accepted_terms      text,
    checkout_id         uuid,
    order_id            uuid,
    checkout_total      price,
    locked_at           timestamptz,
    reopen_reason       text,
    merged_into         uuid,
    reminders           reminder_count not null,
    -- the activity that the reminders are counted from
    reminded_since      timestamptz,
    created_at          timestamptz    not null,
    last_activity_at    timestamptz    not null,
    -- when a timer should look at it again. Not moved by activity, so that the changes of a busy cart touch no index:
    -- who looks too early looks again later
    due_at              timestamptz    not null,
    check ((status = 'CHECKING_OUT') = (checkout_id is not null))
) with (fillfactor = 70);

create index carts_by_due on carts (status, due_at);
create index carts_of_customer on carts (customer_id) where customer_id is not null;
create index carts_by_code on carts (promotion_code) where promotion_code is not null and status = 'ACTIVE';

-- One row per product, variant and negotiated price; line_id is made from these. Written only under the lock of the
-- cart's row, hence no foreign key: it would cost a lookup for every line and could never fail.
create table cart_lines (
    cart_id          uuid     not null,
    line_id          uuid     not null,
    product_id       uuid     not null,
    variant_id       uuid,
    sku              text     not null,
    name             text     not null,
    quantity         positive not null,
    -- as seen when it was last added, minor units; the charged price comes from the quote
    unit_price       price    not null,
    negotiated_price negotiated_price,
    -- cart version at which the line came in: the order of the lines
    added_version    bigint   not null,
    -- what was left when a checkout failed for this line
    available        stock,
    primary key (cart_id, line_id)
) with (fillfactor = 90);

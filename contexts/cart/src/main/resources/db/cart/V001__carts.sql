-- One row per cart; gone as soon as its order exists. Room in the pages: every change of a line changes this row too.
create table carts (
    id                  uuid        primary key,
    version             bigint      not null check (version >= 1),
    status              text        not null check (status in ('ACTIVE', 'CHECKING_OUT', 'MERGED', 'EXPIRED')),
    channel             text        not null check (channel in ('WEB', 'BACK_OFFICE', 'API')),
    currency            text        not null check (currency ~ '^[A-Z]{3}$'),
    customer_id         uuid,
    -- SHA-256 of the guest's token; the token itself is nowhere
    token_hash          text        check (token_hash is null or customer_id is null),
    -- the customer id that a cart without a customer checks out with; the same again after a failed checkout
    guest_id            uuid        check (guest_id is null or customer_id is null),
    -- limits of the channel when the cart was opened
    max_quantity        int         not null check (max_quantity >= 1),
    max_lines           int         not null check (max_lines >= 1),
    line_count          int         not null check (line_count between 0 and max_lines),
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
    country_code        text        check ((country_code is null) = (recipient_name is null)),
    phone               text,
    accepted_terms      text,
    checkout_id         uuid        check ((status = 'CHECKING_OUT') = (checkout_id is not null)),
    order_id            uuid        check ((checkout_id is null) = (order_id is null)),
    checkout_total      bigint      check ((checkout_id is null) = (checkout_total is null)),
    locked_at           timestamptz check ((checkout_id is null) = (locked_at is null)),
    reopen_reason       text,
    merged_into         uuid        check ((status = 'MERGED') = (merged_into is not null)),
    reminders           int         not null check (reminders between 0 and 3),
    -- the activity that the reminders are counted from
    reminded_since      timestamptz,
    created_at          timestamptz not null,
    last_activity_at    timestamptz not null,
    -- when a timer should look at it again. Not moved by activity, so that the changes of a busy cart touch no index:
    -- who looks too early looks again later
    due_at              timestamptz not null
) with (fillfactor = 70);

create index carts_by_due on carts (status, due_at);
create index carts_of_customer on carts (customer_id) where customer_id is not null;
create index carts_by_code on carts (promotion_code) where promotion_code is not null;

-- One row per product, variant and negotiated price; line_id is made from these. Written only under the lock of the
-- cart's row, hence no foreign key: it would cost a lookup for every line and could never fail.
create table cart_lines (
    cart_id          uuid    not null,
    line_id          uuid    not null,
    product_id       uuid    not null,
    variant_id       uuid,
    sku              text    not null,
    name             text    not null,
    quantity         int     not null check (quantity >= 1),
    -- as seen when it was last added, minor units; the charged price comes from the quote
    unit_price       bigint  not null check (unit_price >= 0),
    negotiated_price bigint  check (negotiated_price >= 1),
    -- cart version at which the line came in: the order of the lines
    added_version    bigint  not null,
    -- what was left when a checkout failed for this line
    available        bigint  check (available >= 0),
    primary key (cart_id, line_id)
);

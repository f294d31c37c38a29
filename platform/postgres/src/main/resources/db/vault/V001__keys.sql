-- The keys that wrap personal keys, by their id in the key file. The keys themselves are in that file only; a row says
-- that some personal key may need it, and which one wraps new ones.
create table master_key (
    id      int         primary key,
    current boolean     not null,
    since   timestamptz not null
);
create unique index master_key_current on master_key (current) where current;

-- One key a person. A destroyed one leaves its row, so that no other key is made for the same person.
create table subject_key (
    subject_id   uuid        primary key,
    wrapped      bytea,
    master_id    int         references master_key (id),
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null) and (master_id is null) = (wrapped is null))
);
-- for rewrapping, and for the question whether a master key is still needed
create index subject_key_by_master on subject_key (master_id, subject_id) where master_id is not null;

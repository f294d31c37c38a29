-- The membership level of those who are above STANDARD; a group that staff has named goes before it.
alter table customer_group
    add column level    text,
    add column level_at timestamptz;

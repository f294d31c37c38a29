-- Who on the staff did or saw what, and what for. Written in the transaction of the deed; within a second a sweep gives
-- each row its place in a chain of hashes. Repeatable, so that databases of before it get it too.
create table if not exists audit (
    id             bigint      generated always as identity primary key,
    at             timestamptz not null,
    actor_kind     text        not null,
    actor_id       text        not null,
    roles          text        not null,
    action         text        not null,
    target         text        not null,
    person         uuid,                   -- whose personal data was shown
    purpose        text,                   -- sealed
    correlation_id uuid        not null,
    place          bigint      unique,     -- 1, 2, 3 ... without gaps
    hash           text,                   -- SHA-256 of the hash before, the place and everything above
    check ((place is null) = (hash is null))
);
create index if not exists audit_unlinked on audit (id) where place is null;
create index if not exists audit_by_person on audit (person, id) where person is not null;

create index if not exists audit_by_time on audit (at, id);
create index if not exists audit_by_actor on audit (actor_id, at, id);

create or replace function audit_only_grows() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.place is null then
        return new;
    end if;
    raise exception 'the audit log only grows';
end $$;
create or replace trigger audit_only_grows before update or delete on audit
    for each row execute function audit_only_grows();
create or replace trigger audit_never_empties before truncate on audit
    for each statement execute function audit_only_grows();

-- Order of what a context answers about one person's request.
create sequence if not exists part_version;

-- Sessions of people who were erased: their access tokens must open nothing until they have expired.
create table forgotten_session (
    id       uuid        primary key,
    ended_at timestamptz not null
);

create index forgotten_session_by_end on forgotten_session (ended_at);

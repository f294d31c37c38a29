-- One row per uploaded file. The counters and next_row move in the transaction of the rows they count, so an import
-- goes on after a crash where its last chunk ended.
create table import_job (
    id            uuid        primary key,
    format        text        not null check (format in ('CSV', 'JSONL')),
    source_sha256 text        not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
    dry_run       boolean     not null,
    create_categories boolean not null,
    seller_id     uuid,
    requested_by  text        not null,
    state         text        not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    total         int         not null check (total >= 0),
    next_row      int         not null default 0 check (next_row between 0 and total),
    created       int         not null default 0,
    updated       int         not null default 0,
    unchanged     int         not null default 0,
    failed        int         not null default 0,
    queued_at     timestamptz not null,
    completed_at  timestamptz check ((completed_at is null) = (state in ('QUEUED', 'RUNNING'))),
    check (created + updated + unchanged + failed = next_row)
);
create index import_job_open on import_job (queued_at, id) where state in ('QUEUED', 'RUNNING');

-- The file itself, until its import is through.
create table import_source (
    import_id uuid  primary key,
    bytes     bytea not null
);

create table import_row_error (
    import_id uuid not null references import_job,
    row       int  not null,
    sku       text,
    code      text not null,
    detail    text not null,
    primary key (import_id, row)
);

-- While there is a row, the worker of this context stands still.
create table if not exists paused (
    single boolean     primary key default true check (single),
    at     timestamptz not null,
    actor  text        not null,
    reason text        not null
);

-- Messages that an operator gave up: they stay in the journal that they came from, but have no effect here.
create table if not exists discarded (
    source         text        not null,
    position       bigint      not null,
    id             uuid        not null,
    type           text        not null,
    key            text        not null,
    correlation_id uuid        not null,
    at             timestamptz not null,
    actor          text        not null,
    reason         text        not null,
    primary key (source, position)
);

-- For following a journey. A message is written once and looked up this way almost never, so the journal gets no tree
-- but a filter of a few bytes for every 32 pages; pages that are being filled are in none yet and are looked through.
create index if not exists journal_by_journey on journal
    using brin (
        correlation_id uuid_bloom_ops(n_distinct_per_range = 300),
        key text_bloom_ops(n_distinct_per_range = 500),
        actor_id text_bloom_ops(n_distinct_per_range = 200))
    with (pages_per_range = 32, autosummarize = on);
create index if not exists audit_by_journey on audit (correlation_id);

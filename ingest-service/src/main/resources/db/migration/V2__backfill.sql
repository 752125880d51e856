-- How far the old posts of sources are taken in, and who works on it.

create table backfill (
    source_id text primary key references source on delete cascade,
    state text not null,
    file text not null,
    items bigint not null,
    accepted bigint not null,
    rejected bigint not null,
    started_at timestamptz not null,
    updated_at timestamptz not null,
    error text,
    worker text,
    leased_until timestamptz
);

-- What other services were told of each source, or are about to be. Without a reference: of a source that is gone they
-- are told, too.

create table source_told (
    source_id text primary key,
    display_name text not null,
    platform text not null,
    state text, -- null: the source is gone
    cause text,
    since timestamptz not null,
    at timestamptz not null, -- when it was found; which of two came later
    told boolean not null, -- whether Kafka has it
    leased_until timestamptz -- until then an instance is about to write it
);

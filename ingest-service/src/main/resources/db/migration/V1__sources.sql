-- Places that are watched, how they do, and what they delivered lately.

create table source (
    id text primary key,
    type text not null,
    display_name text not null,
    platform text not null,
    url text,
    secrets bytea not null, -- sealed, see SealedSecrets
    poll_seconds bigint,
    expected_rhythm text, -- ISO 8601
    settings text not null, -- JSON
    paused boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table source_health (
    source_id text primary key references source on delete cascade,
    last_delivery timestamptz,
    last_post timestamptz,
    items bigint not null,
    refused_items bigint not null,
    not_proven bigint not null,
    not_readable bigint not null
);

create table source_gap (
    source_id text not null references source on delete cascade,
    cause text not null,
    since timestamptz not null,
    until timestamptz,
    primary key (source_id, since)
);

create table delivery (
    source_id text not null references source on delete cascade,
    key text not null,
    at timestamptz not null,
    primary key (source_id, key)
);

create index delivery_at on delivery (at);

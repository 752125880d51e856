-- Times in which what is less grave is held back on purpose. Columns beside the document are for look-ups only.
create table if not exists maintenance (
    id         text        primary key,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    document   text        not null,
    updated_at timestamptz not null
);
create index if not exists maintenance_ends on maintenance (ends_at);

-- Competitions and ban waves: what is to be expected pages less, what leads to a person more.
create table if not exists event_mode (
    id         text        primary key,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    document   text        not null,
    updated_at timestamptz not null
);
create index if not exists event_mode_ends on event_mode (ends_at);

-- What an event mode did to which assessment, for the report. The sentence is kept: the mode may change.
create table if not exists event_mode_effect (
    assessment_id text        primary key references assessment on delete cascade,
    event_mode_id text        not null,
    effect        text        not null check (effect in ('held', 'raised')),
    reason        text        not null,
    at            timestamptz not null
);
create index if not exists event_mode_effect_mode on event_mode_effect (event_mode_id, at desc);

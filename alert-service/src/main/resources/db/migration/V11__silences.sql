-- Times in which pages are held back on purpose. Columns beside the document are for look-ups only.
create table silence (
    id         text        primary key,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    document   text        not null,
    updated_at timestamptz not null
);
create index silence_ends on silence (ends_at);

-- What holds a pending page: a silence, or another incident. It is due again when that may have changed.
alter table page add column silenced_by text;
alter table page add column inhibited_by text;
create index page_silenced on page (silenced_by) where state = 'pending' and silenced_by is not null;
create index page_held on page (incident_id)
    where state = 'pending' and (silenced_by is not null or inhibited_by is not null);

-- As the reader says.
alter table evidence_read add column why text;

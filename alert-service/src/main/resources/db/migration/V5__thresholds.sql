-- From where on what scoring finds counts, for everybody without a bar of their own: at most one row.
create table thresholds (
    id         text primary key check (id = 'everybody'),
    -- token or subject, for whoever asks why the pages changed
    updated_by text        not null,
    document   text        not null,
    updated_at timestamptz not null
);

-- The verdict by thresholds that are on trial; null while none are. It opens no incident.
alter table assessment add column shadow text check (shadow in ('attack', 'criticism', 'neutral', 'supportive'));
create index assessment_disagreement on assessment (posted_at desc, id desc)
    where (verdict = 'attack') <> (shadow = 'attack');

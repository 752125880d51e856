-- How much of it a reader saw, and whether it was the attacked person: readings before this count as one text.
alter table evidence_read add column items int not null default 1;
alter table evidence_read add column own boolean not null default false;
create index evidence_read_at on evidence_read (at);

-- What patterns over time need to look up, and what has to be looked at again.

-- One author's posts on one person, and whether somebody was ever seen.
create index assessment_author on assessment (author_key, staff_id, posted_at desc, id desc);
-- Who attacks one person at once.
create index assessment_attack_on on assessment (staff_id, posted_at desc, id desc) where verdict = 'attack' and not spam;

-- What the text or a link of an attack has in common with others: hashes, no text.
create table pattern_mark (
    mark          text not null,
    assessment_id text not null references assessment on delete cascade,
    staff_id      text not null,
    author_key    text not null,
    source        text not null,
    at            timestamptz not null,
    primary key (mark, assessment_id)
);
create index pattern_mark_newest on pattern_mark (mark, at desc, assessment_id);
create index pattern_mark_assessment on pattern_mark (assessment_id);

-- Pairs of an author and a person that are looked at again then; author_key is empty for all authors together.
create table pattern_watch (
    staff_id   text not null,
    author_key text not null,
    source     text not null,
    author_id  text,
    handle     text,
    due_at     timestamptz not null,
    primary key (staff_id, author_key)
);
create index pattern_watch_due on pattern_watch (due_at);

-- Attempts to reach somebody that are part of an incident.
create table incident_signal (
    signal_id   text primary key references signal on delete cascade,
    incident_id text not null references incident on delete cascade
);
create index incident_signal_incident on incident_signal (incident_id);

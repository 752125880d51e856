-- A pair is looked at when a look is first wanted, and once more when it is last wanted: by then what the first comes too early
-- for is recorded. Without staff_id: all pairs of that account, as they are then.
alter table pattern_watch add column last_at timestamptz not null default '-infinity';

-- Whom somebody wrote about of whom only the handle is told.
create index assessment_handle on assessment (lower(author_handle), source, posted_at);
create index signal_attempt_handle on signal (lower(author_handle), at) where type = 'contact-attempt';

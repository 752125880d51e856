-- Who became a member when, and who by the same invitation: a hash that stands for it.
alter table signal add column invite text;

-- They are many and soon say nothing more.
create index signal_joined on signal (at) where type = 'member-joined';

-- The newest post of the last run of a pattern that somebody was told of: it and what is older make no other run.
create table told_run (
    staff_id      text not null,
    author_key    text not null,
    pattern       text not null,
    at            timestamptz not null,
    assessment_id text not null references assessment on delete cascade,
    primary key (staff_id, author_key, pattern)
);
create index told_run_assessment on told_run (assessment_id);

-- So far it was what the incident says of all that is in it.
insert into told_run (staff_id, author_key, pattern, at, assessment_id)
select distinct on (a.staff_id, a.author_key, w.pattern) a.staff_id, a.author_key, w.pattern,
    least(a.posted_at, a.recorded_at), a.id
from incident i
join assessment a on a.incident_id = i.id
cross join lateral unnest(i.patterns) as w (pattern)
where w.pattern in ('persistence', 'off-hours')
order by a.staff_id, a.author_key, w.pattern, least(a.posted_at, a.recorded_at) desc, a.id desc;

-- How often staff are mentioned, by what is said: rolled up by hour and day (UTC), in the transaction that records
-- the assessments. A post counts when it was posted, one from the future when it was recorded; spam counts as spam only.

create table if not exists mention_hour (
    staff_id   text        not null,
    source     text        not null,
    -- begin of it
    hour       timestamptz not null,
    supportive int         not null,
    neutral    int         not null,
    criticism  int         not null,
    attack     int         not null,
    spam       int         not null,
    primary key (staff_id, source, hour)
    -- Room for the next version of a row beside it: no index entry is written again.
) with (fillfactor = 70);
create index if not exists mention_hour_hour on mention_hour (hour);

create table if not exists mention_day (
    staff_id   text        not null,
    source     text        not null,
    day        timestamptz not null,
    supportive int         not null,
    neutral    int         not null,
    criticism  int         not null,
    attack     int         not null,
    spam       int         not null,
    primary key (staff_id, source, day)
) with (fillfactor = 70);
create index if not exists mention_day_day on mention_day (day);

insert into mention_hour (staff_id, source, hour, supportive, neutral, criticism, attack, spam)
select staff_id, source, date_trunc('hour', least(posted_at, recorded_at), 'UTC') as hour,
    count(*) filter (where verdict = 'supportive' and not spam),
    count(*) filter (where verdict = 'neutral' and not spam),
    count(*) filter (where verdict = 'criticism' and not spam),
    count(*) filter (where verdict = 'attack' and not spam),
    count(*) filter (where spam)
from assessment group by staff_id, source, hour
on conflict do nothing;

insert into mention_day (staff_id, source, day, supportive, neutral, criticism, attack, spam)
select staff_id, source, date_trunc('day', hour, 'UTC') as day,
    sum(supportive), sum(neutral), sum(criticism), sum(attack), sum(spam)
from mention_hour group by staff_id, source, day
on conflict do nothing;

-- Who and where attacks come from: a few in a hundred of all assessments.
create index if not exists assessment_attack on assessment (posted_at) where verdict = 'attack' and not spam;

-- How many pages were sent in a week.
create index if not exists page_fired on page (fired_at) where fired_at is not null;

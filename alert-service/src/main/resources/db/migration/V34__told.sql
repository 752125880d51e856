-- Patterns that somebody was told of and that this was part of, so that it makes no other run of them.
alter table assessment add column told_of text[];

-- So far it was what the incident says of all that is in it.
update assessment a set told_of = array(
    select unnest(i.patterns) intersect select unnest(array['persistence', 'off-hours']))
from incident i where i.id = a.incident_id and i.patterns && array['persistence', 'off-hours'];

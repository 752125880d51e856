-- How often in a row nobody heard from the attacked: each time the step after is called.
alter table incident_timer add column if not exists misses int not null default 0;

-- A person's mentions of some hours or days. By time alone PostgreSQL looked at everybody's, since it cannot know
-- beforehand that a statement is about a year.
create index mention_hour_hour_staff on mention_hour (hour, staff_id);
drop index mention_hour_hour;
create index mention_day_day_staff on mention_day (day, staff_id);
drop index mention_day_day;

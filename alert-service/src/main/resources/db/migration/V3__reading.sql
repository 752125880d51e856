-- The timeline in an order in which nothing appears late: numbers alone are given out before the commit, so a
-- follower could pass one that becomes visible afterwards. By transaction, and behind the oldest that still runs,
-- it cannot.
alter table timeline add column tx xid8 not null default pg_current_xact_id();
create index timeline_order on timeline (tx, id);

-- A call of a contact's rule: its place in the rule, and how long after the page it is made unless
-- somebody acknowledged. Null where no rule of theirs held.
alter table delivery add column if not exists rule_place smallint;
alter table delivery add column if not exists rule_after_ms bigint;

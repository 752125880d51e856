-- Since when asking brought nothing, which is when posts began to be missing; not when that became an alarm.

alter table poll add column failing_since timestamptz; -- of the first failure in a row

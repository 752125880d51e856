-- A mark is looked up newest first: with one index that begins with it, no plan can read all that share it and sort.
alter table pattern_mark drop constraint pattern_mark_pkey, add primary key (assessment_id, mark);
drop index pattern_mark_assessment;

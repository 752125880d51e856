-- Who was called as on call in a schedule, and when their shift ends: then the incident goes to the next one.
create table if not exists hand_over (
    incident_id text        not null references incident on delete cascade,
    schedule_id text        not null,
    contact_id  text        not null,
    -- of the policy that calls the schedule, from 0
    step        int         not null,
    due_at      timestamptz not null,
    primary key (incident_id, schedule_id, contact_id)
);
create index if not exists hand_over_due on hand_over (due_at);
create index if not exists hand_over_schedule on hand_over (schedule_id);

-- A page that hands an incident over calls only who is on call in this schedule.
alter table page add column if not exists hand_over text;

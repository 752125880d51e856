-- The life of an incident after its first page: paging again, acknowledgements that end, what people do with it.

-- A run is one way through the policy; a later run pages again. A page that stands alone has no step after it:
-- an earlier run is still under way, or it is a digest.
alter table page add column run int not null default 0;
alter table page add column kind text not null default 'step' check (kind in ('step', 'again', 'digest', 'check-in'));
alter table page add column alone boolean not null default false;
alter table page drop constraint page_incident_id_round_step_key;
alter table page add unique (incident_id, run, round, step);

-- Who took it, and how far. Those from before the incident paged again no longer count.
create table acknowledgement (
    id          bigint generated always as identity primary key,
    incident_id text not null references incident on delete cascade,
    at          timestamptz not null,
    who         text not null,
    kind        text not null check (kind in ('seen', 'called', 'safe')),
    superseded  boolean not null default false
);
create index acknowledgement_incident on acknowledgement (incident_id, id);

-- What happens to an incident at a time unless somebody does something before.
create table incident_timer (
    incident_id text not null references incident on delete cascade,
    kind        text not null check (kind in ('acknowledgement', 'snooze', 'check-in')),
    due_at      timestamptz not null,
    reason      text not null,
    -- of a check-in: how long until the next
    every_seconds bigint,
    primary key (incident_id, kind)
);
create index incident_timer_due on incident_timer (due_at);

-- What people do with an incident: whose it is, what they say, what belongs together.
alter table incident add column assigned_to text;
alter table incident add column merged_into text references incident on delete set null;

create table incident_comment (
    id          bigint generated always as identity primary key,
    incident_id text not null references incident on delete cascade,
    at          timestamptz not null,
    who         text not null,
    text        text not null
);
create index incident_comment_incident on incident_comment (incident_id, id);

-- Both directions are rows.
create table incident_link (
    incident_id text not null references incident on delete cascade,
    related     text not null references incident on delete cascade,
    primary key (incident_id, related)
);

-- Posts of incidents as they were received. They lie sealed (UPSTANDER_EVIDENCE_KEY), and go with their evidence.

create table if not exists original (
    assessment_id text primary key references evidence on delete cascade,
    -- as it was recorded; the evidence may have moved to another since
    incident_id   text not null,
    post_id       text not null,
    revision      text not null,
    state         text not null default 'wanted' check (state in ('wanted', 'kept', 'missing')),
    -- why it is missing
    reason        text,
    -- where it is looked for: when the post was received, or else judged
    received_at   timestamptz,
    assessed_at   timestamptz not null,
    -- null: nothing to do any more
    due_at        timestamptz,
    attempt       int not null default 0,
    lease_until   timestamptz,
    sealed        bytea,
    content_type  text,
    form          text,
    -- of what is sealed, in hexadecimal digits
    sha256        text,
    kept_at       timestamptz,
    check (state <> 'kept' or sealed is not null and sha256 is not null)
);
create index if not exists original_due on original (due_at) where due_at is not null;
create index if not exists original_incident on original (incident_id);
-- Sealed bytes do not get smaller.
alter table original alter column sealed set storage external;

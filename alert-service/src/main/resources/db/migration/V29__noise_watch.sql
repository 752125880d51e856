-- Whether the share of attacks on somebody is out of its usual limits, and who was told.

-- A row of whoever was attacked. What is looked at is what the roll-ups say when it is due.
create table if not exists noise_watch (
    staff_id  text primary key,
    -- when it is looked; null: no need to
    due_at    timestamptz,
    -- since when it is out of its limits; null: it is not
    out_since timestamptz,
    -- when it was found out of them last
    out_at    timestamptz,
    check ((out_since is null) = (out_at is null))
);
create index if not exists noise_watch_due on noise_watch (due_at) where due_at is not null;

-- One row for an excursion and a contact: what is said, as it was when it began. Numbers only.
create table if not exists noise_notice (
    staff_id    text        not null,
    out_since   timestamptz not null,
    contact_id  text        not null references contact on delete cascade,
    supportive  bigint      not null,
    attacks     bigint      not null,
    mentions    bigint      not null,
    usual       double precision not null,
    upper_limit double precision not null,
    hours       bigint      not null,
    -- null: it is told, or given up
    due_at      timestamptz,
    attempt     int         not null default 0,
    lease_until timestamptz,
    -- when it was in the inbox
    told_at     timestamptz,
    primary key (staff_id, out_since, contact_id)
);
create index if not exists noise_notice_due on noise_notice (due_at) where due_at is not null;
create index if not exists noise_notice_lease on noise_notice (lease_until) where lease_until is not null;
create index if not exists noise_notice_contact on noise_notice (contact_id);

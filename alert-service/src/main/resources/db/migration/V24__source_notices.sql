-- Sources of posts as ingest-service tells of them, and what contacts know of those that went blind.

create table if not exists source_sight (
    source_id    text primary key,
    display_name text not null,
    platform     text not null,
    state        text not null,
    cause        text,
    since        timestamptz not null,
    -- of two events the later one holds
    at           timestamptz not null
);

-- One row for a contact and a source. What is to be said follows from the source as it is when the row is due.
create table if not exists source_notice (
    source_id   text not null,
    contact_id  text not null references contact on delete cascade,
    -- when it is looked whether there is something to say; null: no need to
    due_at      timestamptz,
    attempt     int not null default 0,
    lease_until timestamptz,
    -- what they were told last; null: nothing yet
    told        text check (told in ('blind', 'sees')),
    told_since  timestamptz,
    -- since when it was blind, also where they were told that it sees
    blind_since timestamptz,
    told_at     timestamptz,
    -- whether the message is there, too, beside the inbox
    arrived     boolean not null default true,
    primary key (source_id, contact_id)
);
create index if not exists source_notice_due on source_notice (due_at) where due_at is not null;
create index if not exists source_notice_lease on source_notice (lease_until) where lease_until is not null;
create index if not exists source_notice_contact on source_notice (contact_id);

-- Channels that come beside a page and reach nobody by themselves (R-460): the inbox in the app, and the digest by mail.

create table if not exists contact_inbox (
    -- of the delivery, or of the code
    id          text primary key,
    contact_id  text not null references contact on delete cascade,
    incident_id text references incident on delete cascade,
    at          timestamptz not null,
    -- 0 for what is about no incident
    severity    smallint not null check (severity between 0 and 4),
    title       text not null,
    -- array of {label, value}; no text of a post
    facts       jsonb not null,
    read_at     timestamptz,
    -- a code is of no use afterwards
    expires_at  timestamptz
);
create index if not exists contact_inbox_newest on contact_inbox (contact_id, at desc, id desc);
create index if not exists contact_inbox_unread on contact_inbox (contact_id, at desc, id desc) where read_at is null;
create index if not exists contact_inbox_at on contact_inbox (at);
create index if not exists contact_inbox_incident on contact_inbox (incident_id);

-- One mail to one mailbox: it fills up until it is due, and from its first attempt on nothing is added.
create table if not exists digest_mail (
    id          text primary key,
    address     text not null,
    opened_at   timestamptz not null,
    due_at      timestamptz not null,
    attempt     int not null default 0,
    lease_until timestamptz,
    -- last FailureKind
    failure     text
);
create unique index if not exists digest_mail_open on digest_mail (address) where attempt = 0;
create index if not exists digest_mail_due on digest_mail (due_at);

create table if not exists digest_entry (
    delivery_id text primary key references delivery on delete cascade,
    digest_id   text not null references digest_mail on delete cascade,
    incident_id text not null references incident on delete cascade,
    contact_id  text not null
);
create index if not exists digest_entry_digest on digest_entry (digest_id);
create index if not exists digest_entry_incident on digest_entry (incident_id);

-- One-time codes and test messages to the methods of contacts: what proves that an address reaches somebody.
-- No code is kept: it is derived from the row's id under the link key (R-361).
create table method_check (
    id          text primary key,
    kind        text not null check (kind in ('code', 'test')),
    contact_id  text not null references contact on delete cascade,
    channel     text not null,
    -- may be a credential: never shown, never logged
    address     text not null,
    state       text not null check (state in ('pending', 'sending', 'sent', 'failed', 'used')),
    -- attempts to send
    attempt     int not null default 0,
    due_at      timestamptz not null,
    lease_until timestamptz,
    -- wrong codes so far
    wrong       int not null default 0,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    -- last FailureKind
    failure     text
);
create index method_check_contact on method_check (contact_id, created_at desc);
create index method_check_due on method_check (due_at) where state = 'pending';
create index method_check_lease on method_check (lease_until) where state = 'sending';

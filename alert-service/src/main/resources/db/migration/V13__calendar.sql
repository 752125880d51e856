-- Calendars by secret address: of a schedule or of a contact, one each, gone with it. Only a hash of the secret is kept.
create table calendar_feed (
    secret_hash text        primary key,
    schedule_id text        unique references schedule on delete cascade,
    contact_id  text        unique references contact on delete cascade,
    created_at  timestamptz not null,
    check (num_nonnulls(schedule_id, contact_id) = 1)
);

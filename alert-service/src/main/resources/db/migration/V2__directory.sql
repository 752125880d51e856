-- Who works here, who is called for them, and who may call the services. An entry is kept as one document;
-- columns beside it are for look-ups only.

create table staff (
    id         text primary key,
    contact_id text,
    policy_id  text,
    document   text        not null,
    updated_at timestamptz not null
);
create index staff_contact on staff (contact_id) where contact_id is not null;
create index staff_policy on staff (policy_id) where policy_id is not null;

create table contact (
    id         text primary key,
    document   text        not null,
    updated_at timestamptz not null
);

create table policy (
    id         text primary key,
    document   text        not null,
    updated_at timestamptz not null
);

-- Hashes only: a token is shown once and kept nowhere.
create table api_token (
    id         text primary key,
    hash       text        not null unique,
    document   text        not null,
    updated_at timestamptz not null
);

-- Who saw the text of an attack, and when.
create table evidence_read (
    id          bigint generated always as identity primary key,
    incident_id text        not null,
    reader      text        not null,
    at          timestamptz not null
);
create index evidence_read_incident on evidence_read (incident_id, id);

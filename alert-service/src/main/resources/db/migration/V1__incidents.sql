-- Incidents, what they are made of, who was called about them, and what comes in and goes out by Kafka.
-- Times are UTC. Rows with due_at are the timers: nothing waits in memory.

create table incident (
    id               text primary key,
    staff_id         text not null,
    state            text not null check (state in ('open', 'acknowledged', 'resolved')),
    severity         smallint not null check (severity between 1 and 4),
    categories       text[] not null,
    sources          text[] not null,
    patterns         text[] not null default '{}',
    post_count       int not null,
    author_count     int not null,
    opened_at        timestamptz not null,
    last_activity_at timestamptz not null,
    acknowledged_at  timestamptz,
    acknowledged_by  text,
    resolved_at      timestamptz,
    resolved_by      text,
    -- confirmed, false-alarm, … as whoever resolved it said
    resolution       text,
    -- the escalation policy as it was at the first page: a later edit changes later incidents only
    policy           text,
    -- optimistic lock, counts the changes
    version          bigint not null
);
create index incident_newest on incident (opened_at desc, id desc);
create index incident_staff on incident (staff_id, opened_at desc, id desc);
create index incident_live on incident (state, opened_at desc, id desc) where state <> 'resolved';

-- At most one live incident per group: the primary key settles the race of two instances.
-- Rows go when the incident is resolved, and move when a new incident takes a group over.
create table incident_key (
    key         text primary key,
    incident_id text not null references incident on delete cascade
);
create index incident_key_incident on incident_key (incident_id);

create table incident_post (
    incident_id text not null references incident on delete cascade,
    post_id     text not null,
    primary key (incident_id, post_id)
);

create table incident_author (
    incident_id  text not null references incident on delete cascade,
    -- versioned key of (source, id or handle)
    author_key   text not null,
    source       text not null,
    author_id    text,
    handle       text,
    primary key (incident_id, author_key)
);
create index incident_author_key on incident_author (author_key);

-- Every verdict, also the harmless ones: statistics need the noise floor. No post text here.
create table assessment (
    id           text primary key,
    post_id      text not null,
    revision     text not null,
    staff_id     text not null,
    source       text not null,
    external_id  text not null,
    author_key   text not null,
    author_id    text,
    author_handle text,
    thread_id    text,
    url          text,
    posted_at    timestamptz not null,
    assessed_at  timestamptz not null,
    recorded_at  timestamptz not null,
    verdict      text not null check (verdict in ('attack', 'criticism', 'neutral', 'supportive')),
    severity     smallint not null check (severity between 0 and 4),
    score        double precision not null,
    categories   text[] not null,
    binding      text not null,
    spam         boolean not null,
    language     text,
    model        text not null,
    -- set when the assessment opened or extended an incident
    incident_id  text references incident on delete set null
);
create index assessment_newest on assessment (posted_at desc, id desc);
create index assessment_staff on assessment (staff_id, posted_at desc, id desc);
create index assessment_recorded on assessment (recorded_at);

-- The posts of an incident as they were read. Text is shown only to whoever asks for the evidence.
create table evidence (
    assessment_id text primary key references assessment on delete cascade,
    incident_id   text not null references incident on delete cascade,
    post_id       text not null,
    revision      text not null,
    source        text not null,
    external_id   text not null,
    author_id     text,
    author_handle text,
    author_name   text,
    thread_id     text,
    thread_title  text,
    url           text,
    posted_at     timestamptz not null,
    severity      smallint not null,
    categories    text[] not null,
    -- JSON array of {start, end, category, weight}; UTF-16 offsets into text
    spans         text not null,
    text          text
);
create index evidence_incident on evidence (incident_id, posted_at);

create table timeline (
    id          bigint generated always as identity primary key,
    incident_id text not null references incident on delete cascade,
    at          timestamptz not null,
    -- a word of a closed set: see TimelineEntry
    what        text not null,
    -- a sentence for people
    reason      text not null
);
create index timeline_incident on timeline (incident_id, id);

-- One row per incident and step of its policy, due at a time.
create table page (
    id          text primary key,
    incident_id text not null references incident on delete cascade,
    round       int not null,
    step        int not null,
    state       text not null check (state in ('pending', 'fired', 'cancelled')),
    due_at      timestamptz not null,
    fired_at    timestamptz,
    reason      text not null,
    unique (incident_id, round, step)
);
create index page_due on page (due_at) where state = 'pending';

-- One message to one address: a page to a method of a contact, or the neutral notice to the target.
create table delivery (
    -- idempotency key towards the other side, the same over all attempts
    id           text primary key,
    kind         text not null check (kind in ('page', 'notice')),
    incident_id  text not null references incident on delete cascade,
    page_id      text references page on delete cascade,
    contact_id   text,
    -- place among the contact's methods
    method       int not null,
    channel      text not null,
    -- may be a credential: never shown, never logged
    address      text not null,
    -- 1 for the first step
    step         int not null,
    reason       text not null,
    state        text not null check (state in ('pending', 'sending', 'retry', 'delivered', 'failed', 'cancelled')),
    attempt      int not null,
    due_at       timestamptz not null,
    lease_until  timestamptz,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    receipt      text,
    -- last FailureKind
    failure      text
);
create index delivery_due on delivery (due_at) where state in ('pending', 'retry');
create index delivery_lease on delivery (lease_until) where state = 'sending';
create index delivery_incident on delivery (incident_id);
create index delivery_page on delivery (page_id);

-- The notification log: every attempt, and what came of it.
create table notification (
    id          bigint generated always as identity primary key,
    delivery_id text not null references delivery on delete cascade,
    incident_id text not null references incident on delete cascade,
    kind        text not null,
    contact_id  text,
    channel     text not null,
    step        int not null,
    attempt     int not null,
    at          timestamptz not null,
    took_ms     bigint not null,
    -- delivered, try-again, refused or lease-expired
    outcome     text not null,
    failure     text,
    receipt     text
);
create index notification_newest on notification (at desc, id desc);
create index notification_incident on notification (incident_id, id);

-- Signals as received, for the patterns over time.
create table signal (
    id          text primary key,
    type        text not null,
    action      text,
    kind        text,
    account     text,
    author_key  text,
    author_id   text,
    author_handle text,
    by_staff    text,
    staff_id    text,
    source      text,
    at          timestamptz not null,
    received_at timestamptz not null,
    note        text
);
create index signal_staff on signal (staff_id, at);
create index signal_author on signal (author_key, at);

-- What was consumed: the same event again has no effect.
create table inbox (
    consumer text not null,
    event_id text not null,
    at       timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_at on inbox (at);

-- What is to be sent to Kafka: written with its cause, deleted after the broker's acknowledgement.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    key        text not null,
    type       text not null,
    -- null is a tombstone
    value      bytea,
    created_at timestamptz not null
);

-- Who passed a post on, and what an author is. Both are information: neither opens, extends nor pages anything.

-- Kept 72 hours, and as long as its post belongs to an incident. Post and amplification may come in either order.
create table if not exists amplification (
    post_id     text not null,
    -- a digest; who it was is not kept
    author_key  text not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    primary key (post_id, author_key)
);
create index if not exists amplification_received on amplification (received_at);
create index if not exists incident_post_post on incident_post (post_id);

-- null where the source does not say
alter table evidence add column if not exists author_bot boolean;
alter table evidence add column if not exists author_staff boolean;

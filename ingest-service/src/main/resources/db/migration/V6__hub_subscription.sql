-- What hubs were asked for. Without a reference: the hub of a source that is gone asks whether we meant it to stop.

create table hub_subscription (
    source_id text not null,
    topic text not null, -- as its hub knows it
    hub text not null,
    callback text not null,
    mark text not null, -- another one when the hub must be told something else
    asked_at timestamptz not null,
    renew_at timestamptz not null, -- asked_at until the hub agrees
    until timestamptz, -- end of the lease; null: not agreed
    denied_at timestamptz,
    superseded boolean not null, -- its source is about another topic now
    leaving boolean not null, -- the hub was asked to stop, or is about to be
    tries integer not null, -- of that
    next_try_at timestamptz,
    primary key (source_id, topic)
);

-- When sources that are asked are asked next, where they go on, and who asks just now.

create table poll (
    source_id text primary key references source on delete cascade,
    cursor text not null, -- in the form of its poller
    failures integer not null, -- in a row
    next_at timestamptz, -- null: not until the source is put anew
    source_at timestamptz not null, -- when the source was put as it was asked last: put anew it is due
    worker text,
    leased_until timestamptz
);

create index poll_next on poll (next_at);

-- The canary: one row for all instances. When the next one is due, and the youngest that came back.
create table if not exists canary (
    id smallint primary key check (id = 1),
    since timestamptz not null,
    post_due_at timestamptz not null,
    ping_due_at timestamptz not null,
    back_at timestamptz
);

-- Who is on call when. Found by id; what names a schedule stands in the policies.
create table schedule (
    id         text primary key,
    document   text        not null,
    updated_at timestamptz not null
);

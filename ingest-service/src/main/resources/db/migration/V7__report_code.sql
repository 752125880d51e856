-- Whose mail it is that comes to a personal address.

create table report_code (
    staff_id text primary key, -- one at a time: another one ends the one before
    hash text not null unique, -- HMAC-SHA256 of the code, hex; the code itself is nowhere
    made_at timestamptz not null
);

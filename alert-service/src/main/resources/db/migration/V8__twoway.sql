-- A delivery of another kind: systems that were triggered are told when somebody is at it, and when it is over.
alter table delivery drop constraint delivery_kind_check;
alter table delivery add constraint delivery_kind_check check (kind in ('page', 'notice', 'acknowledge', 'resolve'));

-- The numbers that answers to text messages name: short, and of one phone.
create table reply_code (
    address     text not null,
    code        int not null,
    incident_id text not null references incident on delete cascade,
    contact_id  text not null,
    -- of the last message that named it
    used_at     timestamptz not null,
    primary key (address, code),
    unique (address, incident_id, contact_id)
);

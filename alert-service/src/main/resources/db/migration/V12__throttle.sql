-- How often an address is paged. What was sent is counted from here; what failed is not.
alter table delivery add column sent_at timestamptz;
-- A page that reminds a contact of an incident they were told of, or are about to be.
alter table delivery add column repeats boolean not null default false;
-- It waited because its address had enough, and the contact's next method was called.
alter table delivery add column held boolean not null default false;
update delivery set sent_at = delivered_at where state = 'delivered';
create index delivery_sent on delivery (address, channel, sent_at)
    where kind = 'page' and state in ('sending', 'delivered');

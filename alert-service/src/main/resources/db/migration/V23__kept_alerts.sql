-- What other systems keep about an incident: which alert it is there, and how severe it was when it was last sent.
alter table delivery add column if not exists alert_key text;
alter table delivery add column if not exists severity smallint;

-- A further kind, refresh: an alert that would end there by itself is sent again. Which kinds there are, DeliveryStore says.
alter table delivery drop constraint if exists delivery_kind_check;
alter table delivery add constraint delivery_kind_check check (kind ~ '^[a-z-]{1,20}$');

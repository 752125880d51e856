-- Whoever moderated an author is found by the author's handle, too: not every report has an id.
create index signal_moderated on signal (lower(author_handle), at) where type = 'moderation-action';

-- The senior of a junior: a contact that somebody names is not deleted.
alter table staff add column senior_contact_id text;
create index staff_senior on staff (senior_contact_id) where senior_contact_id is not null;

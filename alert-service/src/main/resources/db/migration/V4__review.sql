-- What people say of an assessment: the only way to know how good the model is here.
create table review (
    assessment_id text        not null references assessment on delete cascade,
    reviewer      text        not null,
    verdict       text        not null check (verdict in ('attack', 'criticism', 'spam', 'mistaken-person')),
    note          text,
    at            timestamptz not null,
    primary key (assessment_id, reviewer)
);
create index review_newest on review (at desc, assessment_id desc);

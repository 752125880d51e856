-- Accounts of which somebody says that they are one person's. Columns beside the document are for look-ups only.
create table author_alias (
    id          text        primary key,
    declared_by text        not null,
    document    text        not null,
    updated_at  timestamptz not null
);

-- author_key is that of whoever writes under the account; handle is as it was told, for platforms that tell only that.
create table author_alias_account (
    alias_id   text     not null references author_alias on delete cascade,
    place      smallint not null,
    author_key text     not null,
    source     text     not null,
    author_id  text,
    handle     text,
    primary key (alias_id, place)
);
create index author_alias_account_key on author_alias_account (author_key);
create index author_alias_account_handle on author_alias_account (lower(handle), source);

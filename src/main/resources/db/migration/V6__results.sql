-- What people keep of what they found: searches with what is new in them, lists with notes.
-- Privacy classes as in V1.

create table saved_search (
    id           bigint        not null primary key,               -- [internal]
    account_id   bigint        not null,                           -- [internal] who saved it
    owner        varchar(100)  not null,                           -- [internal] that account's display name then
    organisation varchar(60)   not null,                           -- [internal] province, region:420100, carrier:…, account:…
    shared       boolean       not null,                           -- [internal] the organisation's, else the account's own
    kind         varchar(16)   not null,                           -- [internal] talents, demands, …
    name         varchar(80)   not null,                           -- [internal]
    query        varchar(4000) not null,                           -- [personal] as an address holds it; may name somebody
    complete     boolean       not null,                           -- [internal] every record that it finds is among its matches
    created_at   datetime(6)   not null,                           -- [internal]
    key ix_saved_account (account_id),
    key ix_saved_organisation (organisation)
) default character set utf8mb4 collate utf8mb4_bin;

-- Which records a saved search is known to find; never what stands in them.
create table saved_match (
    search_id bigint      not null,                                -- [internal]
    record_id bigint      not null,                                -- [internal]
    found_at  datetime(6),                                         -- [internal] null: it was found when the search was saved
    primary key (search_id, record_id),
    key ix_match_record (record_id),
    key ix_match_found (search_id, found_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- Up to when an account has seen what is new in a search.
create table saved_seen (
    search_id  bigint      not null,                               -- [internal]
    account_id bigint      not null,                               -- [internal]
    seen_at    datetime(6) not null,                               -- [internal]
    primary key (search_id, account_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- Records that the index has followed and the saved searches have yet to be tried on; written with the relay's own progress.
create table changed_records (
    id   bigint      not null primary key,                         -- [internal]
    type varchar(16) not null,                                     -- [internal]
    ids  mediumblob  not null,                                     -- [internal] record ids, 8 bytes each
    at   datetime(6) not null                                      -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

create table record_list (
    id           bigint       not null primary key,                -- [internal]
    account_id   bigint       not null,                            -- [internal]
    owner        varchar(100) not null,                            -- [internal]
    organisation varchar(60)  not null,                            -- [internal] as in saved_search
    shared       boolean      not null,                            -- [internal]
    name         varchar(80)  not null,                            -- [internal]
    created_at   datetime(6)  not null,                            -- [internal]
    key ix_list_account (account_id),
    key ix_list_organisation (organisation)
) default character set utf8mb4 collate utf8mb4_bin;

create table record_list_entry (
    list_id   bigint       not null,                               -- [internal]
    record_id bigint       not null,                               -- [internal]
    kind      varchar(16)  not null,                               -- [internal] talents, demands, …
    note      varchar(500) not null,                               -- [personal]
    added_by  varchar(100) not null,                               -- [internal] display name
    added_at  datetime(6)  not null,                               -- [internal]
    primary key (list_id, record_id),
    key ix_entry_record (record_id)
) default character set utf8mb4 collate utf8mb4_bin;

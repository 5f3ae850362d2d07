-- Whose a row is, decided by what reports say and not by what was merged of them; see docs/adr/0014. Privacy classes as in V1.

-- Which records answer to a key: of each report that was live, 64 bits of each of its keys. It only grows.
create table record_key (
    key_hash  bigint      not null,                                -- [sensitive] keyed hash
    record_id bigint      not null,                                -- [internal] the record that the report's own keys gave
    reporter  varchar(40) not null,                                -- [internal]
    name      varchar(200),                                        -- [personal] for the key of birth month and employer: colleagues are told apart by it
    primary key (key_hash, record_id, reporter)
) default character set utf8mb4 collate utf8mb4_bin;

insert ignore into record_key (key_hash, record_id, reporter, name)
select k, record, reporter, name from (
    select cast(conv(left(strong_key, 16), 16, -10) as signed) as k, coalesce(own_record, record_id) as record, reporter, null as name
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select cast(conv(left(weak_key, 16), 16, -10) as signed), coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select alike_key, coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select peer_key, coalesce(own_record, record_id), reporter, title
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select desk_key, coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select phone_key, coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select head_key, coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null
    union all select tail_key, coalesce(own_record, record_id), reporter, null
        from report where state in ('LIVE', 'WITHDRAWN') and record_id is not null) n
where k is not null;

alter table pool_record
    drop key uk_record_strong,
    drop key ix_record_weak,
    drop key ix_record_alike,
    drop key ix_record_peer,
    drop key ix_record_desk,
    drop key ix_record_phone,
    drop key ix_record_head,
    drop key ix_record_tail,
    drop column strong_key,
    drop column weak_key,
    drop column alike_key,
    drop column peer_key,
    drop column desk_key,
    drop column phone_key,
    drop column head_key,
    drop column tail_key,
    add column agreed text;                                        -- [internal] of several reporters: who says which fields as the record does

alter table report
    add column traits      varchar(16) not null default '',        -- [personal] sex and day of birth: they contradict, and never join
    add column verified    boolean     not null default false,     -- [internal] the row proves its strong key
    add column seen_report bigint;                                 -- [internal] its reporter's own report that the forecast compared it with

alter table suspect_row
    add column said_by bigint,                                     -- [internal] the report that the row was compared with
    add column hidden  boolean not null default false;             -- [internal] somebody else's: not for the eyes of the row's reporter

alter table suspect
    add column hidden boolean not null default false;              -- [internal] likewise

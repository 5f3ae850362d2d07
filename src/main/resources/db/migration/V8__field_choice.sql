-- An official's choice between reports that disagree. Privacy classes as in V1.
create table field_choice (
    record_id   bigint       not null,                             -- [internal]
    field       varchar(40)  not null,                             -- [internal] first field of those that are taken together
    asked       varchar(40)  not null,                             -- [internal] the one of them that the official decided
    value_hash  char(32)     not null,                             -- [sensitive] keyed hash of the chosen value
    report_id   bigint       not null,                             -- [internal] the report it was chosen from
    reporter    varchar(40)  not null,                             -- [internal] that report's reporter
    reason      varchar(500) not null,                             -- [internal] never a sensitive value
    chosen_by   varchar(60)  not null,                             -- [internal] account
    chosen_name varchar(100) not null,                             -- [internal] as the account was called then
    chosen_at   datetime(6)  not null,                             -- [internal]
    primary key (record_id, field)
) default character set utf8mb4 collate utf8mb4_bin;

-- A repeated row has its time too: when the report that it repeats is withdrawn, it takes that one's place.
update report set live_at = (select b.updated_at from import_batch b where b.id = report.batch_id)
where state = 'SAME' and live_at is null;

-- People who use the hub: organisations, invitations, second factors, tokens of programs; and the trail, grown to say what, whom, why and
-- from where. Privacy classes as in V1.

create table organisation (
    id         bigint       not null primary key,                  -- [internal]
    version    int          not null,                              -- [internal] grows with every change
    kind       varchar(16)  not null,                              -- [internal] PROVINCE, CITY, BASE, STATION, MATCHMAKER, HUB
    name       varchar(200) not null,                              -- [internal]
    region     char(6),                                            -- [public] GB/T 2260, where it is
    carrier_id bigint,                                             -- [public] record id, of a BASE or STATION
    enabled    boolean      not null,                              -- [internal]
    created_at datetime(6)  not null,                              -- [internal]
    unique key uk_organisation_name (kind, name),
    key ix_organisation_carrier (carrier_id)
) default character set utf8mb4 collate utf8mb4_bin;

alter table account
    add column organisation_id bigint,                             -- [internal]
    add column carrier_region  char(6),                            -- [public] where the carrier of a BASE or STATION account is
    add column password_set    boolean not null default true,      -- [internal] its owner has chosen a password
    add column one_use         boolean not null default false,     -- [internal] the password was given by the hub and is to be changed
    add column password_at     datetime(6),                        -- [internal]
    add column last_seen_at    datetime(6),                        -- [internal] to the hour
    add column language        varchar(8),                         -- [internal] zh-CN or en
    add column factor          varbinary(200),                     -- [sensitive] sealed secret of the second factor
    add column factor_at       datetime(6),                        -- [internal] since when it is shown at every sign-in; null while it is set up
    add column factor_step     bigint,                             -- [internal] the last time step a code was taken of
    add key ix_account_role (role),
    add key ix_account_organisation (organisation_id);

create table invitation (
    id         bigint      not null primary key,                   -- [internal]
    account_id bigint      not null,                               -- [internal]
    token_hash char(64)    not null,                               -- [sensitive] keyed hash of the link's secret part
    ends_at    datetime(6) not null,                               -- [internal]
    used_at    datetime(6),                                        -- [internal] used, or replaced by a later one
    created_by varchar(40) not null,                               -- [internal] username
    created_at datetime(6) not null,                               -- [internal]
    unique key uk_invitation_token (token_hash),
    key ix_invitation_account (account_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table personal_token (
    id           bigint      not null primary key,                 -- [internal]
    account_id   bigint      not null,                             -- [internal]
    name         varchar(80) not null,                             -- [internal]
    token_hash   char(64)    not null,                             -- [sensitive] keyed hash, one-way
    scopes       varchar(40) not null,                             -- [internal] read, import, export, separated by blanks
    created_at   datetime(6) not null,                             -- [internal]
    ends_at      datetime(6) not null,                             -- [internal]
    last_used_at datetime(6),                                      -- [internal] to the minute
    unique key uk_personal_token (token_hash),
    key ix_personal_token_account (account_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table recovery_code (
    account_id bigint      not null,                               -- [internal]
    code_hash  char(64)    not null,                               -- [sensitive] keyed hash, one-way
    used_at    datetime(6),                                        -- [internal]
    primary key (account_id, code_hash)
) default character set utf8mb4 collate utf8mb4_bin;

-- A sensitive value that somebody was shown stays shown to him for a quarter of an hour: one record in the trail, however often he looks.
create table unmasking (
    id         bigint       not null primary key,                  -- [internal]
    account_id bigint       not null,                              -- [internal]
    record_id  bigint       not null,                              -- [internal]
    field      varchar(40)  not null,                              -- [internal]
    purpose    varchar(200) not null,                              -- [internal]
    at         datetime(6)  not null,                              -- [internal]
    ends_at    datetime(6)  not null,                              -- [internal]
    key ix_unmasking_account (account_id, ends_at),
    key ix_unmasking_record (record_id)
) default character set utf8mb4 collate utf8mb4_bin;

alter table audit_event
    add column role           varchar(16),                         -- [internal] whose eyes
    add column act            varchar(16),                         -- [internal] READ, SEARCH, UNMASK, EXPORT, IMPORT, …
    add column fields         varchar(1000),                       -- [internal] names of fields, never values
    add column purpose        varchar(200),                        -- [internal]
    add column address        varchar(60),                         -- [internal] where the call came from
    add column via            varchar(90),                         -- [internal] the token of a program that acted on somebody's behalf
    add column result         varchar(10),                         -- [internal] OK, REFUSED, FAILED
    add column region         char(6),                             -- [public] where the account belongs
    add column subject_region char(6),                             -- [public] where the record belongs
    add key ix_audit_act (act, at),
    add key ix_audit_region (region, at),
    add key ix_audit_subject_region (subject_region, at);

update audit_event set result = 'OK', act = case
    when action = 'login' then 'LOGIN'
    when action like 'export%' then 'EXPORT'
    when action = 'import.preview' then 'PREVIEW'
    when action like 'import%' then 'IMPORT'
    when action like 'field%' or action like 'suspect%' then 'DECIDE'
    else 'CHANGE' end;
update audit_event set act = 'REFUSED', result = 'REFUSED' where action = 'login.failed';

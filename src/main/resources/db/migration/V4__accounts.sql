-- Who may sign in, how, and what was done that must be answerable later.
-- Privacy classes as in V1.

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

create table account (
    id              bigint         not null primary key,           -- [internal]
    version         int            not null,                       -- [internal] grows with every change
    username        varchar(40)    not null,                       -- [internal] lower case
    password_hash   varchar(200)   not null,                       -- [sensitive] {bcrypt}…, one-way
    display_name    varchar(100)   not null,                       -- [internal]
    role            varchar(16)    not null,                       -- [internal]
    region          char(6),                                       -- [public] GB/T 2260, of a CITY account
    carrier_id      bigint,                                        -- [public] record id, of a BASE or STATION account
    carrier_name    varchar(200),                                  -- [public]
    enabled         boolean        not null,                       -- [internal]
    demo            boolean        not null,                       -- [internal] its password is published: works on a demo hub only
    created_at      datetime(6)    not null,                       -- [internal]
    organisation_id bigint,                                        -- [internal]
    carrier_region  char(6),                                       -- [public] where the carrier of a BASE or STATION account is
    password_set    boolean        not null default true,          -- [internal] its owner has chosen a password
    one_use         boolean        not null default false,         -- [internal] the password was given by the hub and is to be changed
    password_at     datetime(6),                                   -- [internal]
    last_seen_at    datetime(6),                                   -- [internal] to the hour
    language        varchar(8),                                    -- [internal] zh-CN or en
    factor          varbinary(200),                                -- [sensitive] sealed secret of the second factor
    factor_at       datetime(6),                                   -- [internal] since when it is shown at every sign-in; null while it is set up
    factor_step     bigint,                                        -- [internal] the last time step a code was taken of
    unique key uk_account_username (username),
    key ix_account_role (role),
    key ix_account_organisation (organisation_id)
) default character set utf8mb4 collate utf8mb4_bin;

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

create table audit_event (
    id             bigint        not null primary key,             -- [internal]
    at             datetime(6)   not null,                         -- [internal]
    account_id     bigint        not null,                         -- [internal] 0: nobody was signed in, or the hub itself
    username       varchar(60)   not null,                         -- [internal] as given
    action         varchar(40)   not null,                         -- [internal] login, login.failed, account.create, …
    subject_type   varchar(40),                                    -- [internal] what it was done to
    subject_id     varchar(60),                                    -- [internal]
    detail         varchar(1000),                                  -- [internal] purpose or reason, never a sensitive value
    role           varchar(16),                                    -- [internal] whose eyes
    act            varchar(16),                                    -- [internal] READ, SEARCH, UNMASK, EXPORT, IMPORT, …
    fields         varchar(1000),                                  -- [internal] names of fields, never values
    purpose        varchar(200),                                   -- [internal]
    address        varchar(60),                                    -- [internal] where the call came from
    via            varchar(90),                                    -- [internal] the token of a program that acted on somebody's behalf
    result         varchar(10),                                    -- [internal] OK, REFUSED, FAILED
    region         char(6),                                        -- [public] where the account belongs
    subject_region char(6),                                        -- [public] where the record belongs
    key ix_audit_at (at),
    key ix_audit_account (account_id, at),
    key ix_audit_subject (subject_type, subject_id),
    key ix_audit_act (act, at),
    key ix_audit_region (region, at),
    key ix_audit_subject_region (subject_region, at)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row: which master key this database was sealed with, so that a hub with another one refuses to start.
create table secret_key (
    only_row    int      not null primary key,                     -- [internal] always 1
    fingerprint char(64) not null                                  -- [internal] keyed hash, tells nothing about the key
) default character set utf8mb4 collate utf8mb4_bin;

create table SPRING_SESSION (
    PRIMARY_ID            char(36)     not null primary key,       -- [internal]
    SESSION_ID            char(36)     not null,                   -- [sensitive] whoever has it is signed in; ends with the session
    CREATION_TIME         bigint       not null,                   -- [internal]
    LAST_ACCESS_TIME      bigint       not null,                   -- [internal]
    MAX_INACTIVE_INTERVAL int          not null,                   -- [internal] seconds
    EXPIRY_TIME           bigint       not null,                   -- [internal]
    PRINCIPAL_NAME        varchar(100),                            -- [internal] username
    unique key SPRING_SESSION_IX1 (SESSION_ID),
    key SPRING_SESSION_IX2 (EXPIRY_TIME),
    key SPRING_SESSION_IX3 (PRINCIPAL_NAME)
) default character set utf8mb4 collate utf8mb4_bin;

create table SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID char(36)     not null,                      -- [internal]
    ATTRIBUTE_NAME     varchar(200) not null,                      -- [internal]
    ATTRIBUTE_BYTES    mediumblob   not null,                      -- [internal] account and role, the page asked for, what is told on the next page
    primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID) references SPRING_SESSION (PRIMARY_ID) on delete cascade
) default character set utf8mb4 collate utf8mb4_bin;

create table sign_in_attempt (
    id       char(64)    not null primary key,                     -- [internal] keyed hash: of a name and an address, an address, …
    attempts int         not null,                                 -- [internal]
    ends_at  datetime(6) not null,                                 -- [internal] forgotten from then on
    key ix_sign_in_attempt_end (ends_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- When somebody was here, and when the time before: what came since is new to him.
create table home_visit (
    account_id bigint      not null primary key,                   -- [internal]
    seen_at    datetime(6) not null,                               -- [internal] last look in this visit
    before_at  datetime(6)                                         -- [internal] last look in the visit before
) default character set utf8mb4 collate utf8mb4_bin;

-- Who may sign in, and what was done that must be answerable later. Privacy classes as in V1.

create table account (
    id            bigint       not null primary key,               -- [internal]
    version       int          not null,                           -- [internal] grows with every change
    username      varchar(40)  not null,                           -- [internal] lower case
    password_hash varchar(200) not null,                           -- [sensitive] {bcrypt}…, one-way
    display_name  varchar(100) not null,                           -- [internal]
    role          varchar(16)  not null,                           -- [internal]
    region        char(6),                                         -- [public] GB/T 2260, of a CITY account
    carrier_id    bigint,                                          -- [public] record id, of a BASE or STATION account
    carrier_name  varchar(200),                                    -- [public]
    enabled       boolean      not null,                           -- [internal]
    demo          boolean      not null,                           -- [internal] its password is published: works on a demo hub only
    created_at    datetime(6)  not null,                           -- [internal]
    unique key uk_account_username (username)
);

create table audit_event (
    id           bigint        not null primary key,               -- [internal]
    at           datetime(6)   not null,                           -- [internal]
    account_id   bigint        not null,                           -- [internal] 0: nobody was signed in, or the hub itself
    username     varchar(60)   not null,                           -- [internal] as given
    action       varchar(40)   not null,                           -- [internal] login, login.failed, account.create, …
    subject_type varchar(40),                                      -- [internal] what it was done to
    subject_id   varchar(60),                                      -- [internal]
    detail       varchar(1000),                                    -- [internal] purpose or reason, never a sensitive value
    key ix_audit_at (at),
    key ix_audit_account (account_id, at),
    key ix_audit_subject (subject_type, subject_id)
);

-- One row: which master key this database was sealed with, so that a hub with another one refuses to start.
create table secret_key (
    only_row    int      not null primary key,                     -- [internal] always 1
    fingerprint char(64) not null                                  -- [internal] keyed hash, tells nothing about the key
);

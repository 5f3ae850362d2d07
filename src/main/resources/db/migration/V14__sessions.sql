-- Who is signed in, on whichever hub, and how often signing in failed. The first two tables are Spring Session's, with their charset stated.

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
) default charset utf8mb4 collate utf8mb4_bin;

create table SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID char(36)     not null,                      -- [internal]
    ATTRIBUTE_NAME     varchar(200) not null,                      -- [internal]
    ATTRIBUTE_BYTES    mediumblob   not null,                      -- [internal] account and role, the page asked for, what is told on the next page
    primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID) references SPRING_SESSION (PRIMARY_ID) on delete cascade
) default charset utf8mb4 collate utf8mb4_bin;

create table sign_in_attempt (
    id       char(64)    not null primary key,                     -- [internal] keyed hash: of a name and an address, an address, …
    attempts int         not null,                                 -- [internal]
    ends_at  datetime(6) not null,                                 -- [internal] forgotten from then on
    key ix_sign_in_attempt_end (ends_at)
) default charset utf8mb4 collate utf8mb4_bin;

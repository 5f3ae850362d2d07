-- What guests of an event say of it afterwards, without their names. Privacy classes as in V1.

create table event_feedback (
    id          bigint        not null primary key,                -- [internal]
    event_id    bigint        not null,                            -- [internal]
    kind        varchar(12)   not null,                            -- [internal] TALENT, ENTERPRISE, GUEST
    arrangement int           not null,                            -- [internal] 1 to 5
    meetings    int           not null,                            -- [internal] 1 to 5
    services    int           not null,                            -- [internal] 1 to 5
    words       varchar(1000) not null,                            -- [personal] in own words, contacts masked
    said_key    varchar(64)   not null,                            -- [internal] of the form as it was opened
    at          datetime(6)   not null,                            -- [internal]
    unique key uk_event_feedback (event_id, said_key)
) default character set utf8mb4 collate utf8mb4_bin;

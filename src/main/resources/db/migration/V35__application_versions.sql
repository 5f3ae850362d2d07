-- What an application said each time that it was submitted. Privacy classes as in V1.

create table carrier_application_version (
    id             bigint       not null primary key,              -- [internal]
    application_id bigint       not null,                          -- [internal]
    no             int          not null,                          -- [internal] from 1
    content        mediumtext   not null,                          -- [internal] name, host, region, industries and outline, JSON
    saved_by       varchar(100) not null,                          -- [internal] display name
    saved_at       datetime(6)  not null,                          -- [internal]
    unique key uk_application_version (application_id, no)
) default character set utf8mb4 collate utf8mb4_bin;

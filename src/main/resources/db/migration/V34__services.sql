-- What talents were helped with, and what is told of it in public. Privacy classes as in V1.

create table service_case (
    id          bigint       not null primary key,                 -- [internal]
    carrier_id  bigint       not null,                             -- [internal] who serves
    region      char(6),                                           -- [internal] where that carrier is
    talent_id   bigint       not null,                             -- [personal] record
    need        varchar(40)  not null,                             -- [personal] code of service-need
    state       varchar(10)  not null,                             -- [internal] ASKED, ACCEPTED, SETTLED, DECLINED
    note        varchar(500),                                      -- [personal]
    reason      varchar(500),                                      -- [personal] why it was declined
    asked_at    datetime(6)  not null,                             -- [internal]
    changed_at  datetime(6)  not null,                             -- [internal]
    changed_by  varchar(100) not null,                             -- [internal] display name
    version     int          not null,                             -- [internal]
    key ix_service_carrier (carrier_id, state),
    key ix_service_region (region, state),
    key ix_service_talent (talent_id)
) default character set utf8mb4 collate utf8mb4_bin;

create table typical_case (
    id           bigint        not null primary key,               -- [public]
    carrier_id   bigint        not null,                           -- [public]
    region       char(6),                                          -- [public]
    year         int           not null,                           -- [public]
    title        varchar(120)  not null,                           -- [public] once released
    text         varchar(4000) not null,                           -- [public] once released
    state        varchar(10)   not null,                           -- [internal] DRAFT, OFFERED, RELEASED
    collected    boolean       not null,                           -- [public] in the province's collection of the year
    written_by   varchar(100)  not null,                           -- [internal] display name
    released_by  varchar(100),                                     -- [internal] display name
    changed_at   datetime(6)   not null,                           -- [public]
    version      int           not null,                           -- [internal]
    key ix_typical_carrier (carrier_id, state),
    key ix_typical_year (year, state)
) default character set utf8mb4 collate utf8mb4_bin;

-- The key recruitment list: what officials decided about repeats, and its editions.
-- Privacy classes as in V1.

-- Two demands that an official said are one need, or are two; the newest word about a pair holds.
create table need_verdict (
    demand_a  bigint       not null,                               -- [internal] the smaller id
    demand_b  bigint       not null,                               -- [internal]
    same_need boolean      not null,                               -- [internal] one need, else two
    by_name   varchar(100) not null,                               -- [internal] display name
    at        datetime(6)  not null,                               -- [internal]
    primary key (demand_a, demand_b)
) default character set utf8mb4 collate utf8mb4_bin;

create table key_edition (
    id           bigint       not null primary key,                -- [public]
    kind         varchar(10)  not null,                            -- [public] LIST, CHALLENGE
    state        varchar(10)  not null,                            -- [public] DRAFT, PUBLISHED, SUPERSEDED
    title        varchar(200) not null,                            -- [public]
    number       varchar(40),                                      -- [public] given at the latest when it is published
    day          date         not null,                            -- [public] the day that it speaks of, and its date
    document     varchar(100),                                     -- [public] the document that it is published by
    version      int          not null,                            -- [internal] grows with every change
    created_by   varchar(100) not null,                            -- [internal] display name
    created_at   datetime(6)  not null,                            -- [internal]
    published_by varchar(100),                                     -- [internal] display name
    published_at datetime(6),                                      -- [public]
    sha256       char(64),                                         -- [public] of content
    content      mediumblob,                                       -- [public] what was published, byte for byte
    unique key uk_edition_number (number),
    key ix_edition_kind (kind, state, day)
) default character set utf8mb4 collate utf8mb4_bin;

create table key_edition_line (
    edition_id bigint        not null,                             -- [public]
    n          int           not null,                             -- [public] from 0
    cluster_id bigint        not null,                             -- [public] oldest demand of the need when the line was taken
    demands    varchar(8000) not null,                             -- [public] ids of the demands behind it, separated by blanks
    words      mediumtext    not null,                             -- [public] what is said of it, JSON
    figures    mediumtext    not null,                             -- [internal] index and its parts when the line was taken, JSON
    age_ground varchar(300),                                       -- [public] the law that lets it ask for an age
    primary key (edition_id, n)
) default character set utf8mb4 collate utf8mb4_bin;

create table key_edition_erratum (
    edition_id bigint        not null,                             -- [public]
    n          int           not null,                             -- [public] from 0
    line       int,                                                -- [public] number of the line that it corrects; null for the whole
    text       varchar(1000) not null,                             -- [public]
    by_name    varchar(100)  not null,                             -- [internal] display name
    at         datetime(6)   not null,                             -- [public]
    primary key (edition_id, n)
) default character set utf8mb4 collate utf8mb4_bin;

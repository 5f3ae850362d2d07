-- How bases and stations come to be: calls, applications, their steps, papers and reviews.
-- Privacy classes as in V1.

create table carrier_call (
    id           bigint       not null primary key,                -- [public]
    year         int          not null,                            -- [public]
    kind         varchar(8)   not null,                            -- [public] BASE, STATION
    title        varchar(200) not null,                            -- [public]
    quota        int          not null,                            -- [public]
    deadline     date         not null,                            -- [public] last day
    published_by varchar(100) not null,                            -- [internal] display name
    published_at datetime(6)  not null,                            -- [public]
    unique key uk_call (year, kind)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_application (
    id            bigint        not null primary key,              -- [internal]
    call_id       bigint        not null,                          -- [internal]
    kind          varchar(8)    not null,                          -- [internal]
    name          varchar(120)  not null,                          -- [internal] public once approved
    host_name     varchar(120)  not null,                          -- [internal]
    host_code     varchar(18)   not null,                          -- [internal]
    region        char(6)       not null,                          -- [internal]
    industries    varchar(400)  not null,                          -- [internal] codes separated by blanks
    outline       mediumtext    not null,                          -- [internal] section to text, JSON
    applicant     varchar(60)   not null,                          -- [internal] key of the organisation
    state         varchar(16)   not null,                          -- [internal]
    `before`      varchar(16),                                     -- [internal] where undo leads
    last_level    varchar(8),                                      -- [internal] who took the last step
    since         datetime(6)   not null,                          -- [internal]
    experts       varchar(4000) not null,                          -- [internal] who was asked to judge, JSON
    approved_year int,                                             -- [public]
    document      varchar(100),                                    -- [public] number of the approval
    batch_id      bigint,                                          -- [internal] the province's report that made it a carrier
    version       int           not null,                          -- [internal]
    unique key uk_application (call_id, name),
    key ix_application_region (region, state)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_application_step (
    id             bigint        not null primary key,             -- [internal]
    application_id bigint        not null,                         -- [internal]
    action         varchar(12)   not null,                         -- [internal]
    from_state     varchar(16)   not null,                         -- [internal]
    to_state       varchar(16)   not null,                         -- [internal]
    level          varchar(8)    not null,                         -- [internal]
    reason         varchar(1000),                                  -- [internal]
    by_name        varchar(100)  not null,                         -- [internal] display name
    at             datetime(6)   not null,                         -- [internal]
    key ix_application_step (application_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_application_file (
    id             bigint       not null primary key,              -- [internal]
    application_id bigint       not null,                          -- [internal]
    name           varchar(200) not null,                          -- [internal]
    size           bigint       not null,                          -- [internal] bytes
    sha256         char(64)     not null,                          -- [internal]
    uploaded_by    varchar(100) not null,                          -- [internal] display name
    uploaded_at    datetime(6)  not null,                          -- [internal]
    key ix_application_file (application_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_application_piece (
    file_id bigint     not null,                                   -- [internal]
    seq     int        not null,                                   -- [internal]
    bytes   mediumblob not null,                                   -- [sensitive, sealed]
    primary key (file_id, seq)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_review (
    id             bigint        not null primary key,             -- [internal]
    application_id bigint        not null,                         -- [internal]
    expert         varchar(60)   not null,                         -- [internal]
    declined       boolean       not null,                         -- [internal]
    total          int,                                            -- [internal] 0 to 100
    scores         varchar(400)  not null,                         -- [internal] criterion to points, JSON
    comment        varchar(2000),                                  -- [internal]
    entered_by     varchar(100)  not null,                         -- [internal] display name
    entered_at     datetime(6)   not null,                         -- [internal]
    unique key uk_review (application_id, expert)
) default character set utf8mb4 collate utf8mb4_bin;

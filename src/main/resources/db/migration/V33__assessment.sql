-- The yearly assessment of bases and stations: what was judged, what follows, and the frozen years. Privacy classes as in V1.

create table carrier_assessment (
    id             bigint       not null primary key,              -- [internal]
    year           int          not null,                          -- [public]
    carrier_id     bigint       not null,                          -- [public] record
    state          varchar(12)  not null,                          -- [public] OPERATING, COMMENDED, PASSED, RECTIFY, RE_ASSESSED, RESUMED, DELISTED
    `before`       varchar(12),                                    -- [internal] where undo leads
    last_level     varchar(8),                                     -- [internal] who took the last step
    since          datetime(6)  not null,                          -- [internal]
    self_points    decimal(5, 1),                                  -- [internal] of the carrier itself
    city_points    decimal(5, 1),                                  -- [internal]
    experts_points decimal(5, 1),                                  -- [internal]
    deadline       date,                                           -- [public] until when it must have put things right
    outcome        varchar(12),                                    -- [public] COMMENDED, PASSED, RECTIFY, DELISTED
    document       varchar(100),                                   -- [public] number of the document that says so
    version        int          not null,                          -- [internal]
    unique key uk_assessment (year, carrier_id),
    key ix_assessment_carrier (carrier_id, year)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_assessment_step (
    id            bigint       not null primary key,               -- [internal]
    assessment_id bigint       not null,                           -- [internal]
    action        varchar(12)  not null,                           -- [internal]
    from_state    varchar(12)  not null,                           -- [internal]
    to_state      varchar(12)  not null,                           -- [internal]
    level         varchar(8)   not null,                           -- [internal] CARRIER, CITY, PROVINCE
    points        decimal(5, 1),                                   -- [internal]
    reason        varchar(1000),                                   -- [internal]
    by_name       varchar(100) not null,                           -- [internal] display name
    at            datetime(6)  not null,                           -- [internal]
    key ix_assessment_step (assessment_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

-- A closed year, as it was then; what came later stands beside it.
create table carrier_assessment_year (
    year      int          not null primary key,                   -- [public]
    content   mediumtext   not null,                               -- [internal] the scorecards, JSON
    sha256    char(64)     not null,                               -- [public] of the content's bytes in UTF-8
    closed_by varchar(100) not null,                               -- [internal] display name
    closed_at datetime(6)  not null                                -- [public]
) default character set utf8mb4 collate utf8mb4_bin;

-- The rows that the figures of a closed year counted: numbers of things, nothing of what they say.
create table carrier_assessment_row (
    year       int         not null,                               -- [internal]
    carrier_id bigint      not null,                               -- [internal]
    figure     varchar(20) not null,                               -- [internal]
    part       varchar(8)  not null,                               -- [internal] COUNTED, ALL
    seq        int         not null,                               -- [internal]
    type       varchar(12) not null,                               -- [internal]
    row_id     bigint      not null,                               -- [internal]
    batch_id   bigint,                                             -- [internal]
    row_no     int,                                                -- [internal]
    at         datetime(6) not null,                               -- [internal]
    primary key (year, carrier_id, figure, part, seq)
) default character set utf8mb4 collate utf8mb4_bin;

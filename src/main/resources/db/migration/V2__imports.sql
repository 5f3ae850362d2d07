-- Files on their way in: what they hold, how they were read, corrected and overtaken.
-- Privacy classes as in V1.

create table import_batch (
    id            bigint       not null primary key,               -- [internal]
    feed          varchar(16)  not null,                           -- [internal]
    file_name     varchar(255) not null,                           -- [internal]
    file_size     bigint       not null,                           -- [internal]
    sha256        char(64)     not null,                           -- [internal]
    legal_basis   varchar(500) not null,                           -- [internal] recorded per batch (PIPL article 13)
    status        varchar(12)  not null,                           -- [internal]
    reporter      varchar(40)  not null,                           -- [internal]
    reporter_name varchar(200) not null,                           -- [internal]
    carrier_id    bigint,                                          -- [internal]
    region        char(6),                                         -- [internal]
    submitted_by  varchar(60)  not null,                           -- [internal]
    commit_wanted boolean      not null,                           -- [internal] commit follows the preview by itself
    layout        mediumtext,                                      -- [internal] where the header stands, which column is which, JSON
    phase         varchar(12)  not null,                           -- [internal]
    phase_since   datetime(6)  not null,                           -- [internal]
    rows_read     int          not null,                           -- [internal] rows done in this phase
    rows_total    int,                                             -- [internal]
    counts        varchar(400),                                    -- [internal] what the rows do or did, JSON
    problem       mediumtext,                                      -- [internal] why the file was refused, JSON
    lease_owner   varchar(40),                                     -- [internal] the hub that works on it
    lease_until   datetime(6),                                     -- [internal]
    attempts      int          not null,                           -- [internal]
    created_at    datetime(6)  not null,                           -- [internal]
    updated_at    datetime(6)  not null,                           -- [internal]
    family        bigint,                                          -- [internal] the first upload of a chain of corrections, null outside of one
    corrects      bigint,                                          -- [internal] the batch whose correction workbook this is
    forecast_at   datetime(6),                                     -- [internal] when the forecast that is shown was begun
    issue_groups  mediumtext,                                      -- [internal] like problems counted, JSON; null until somebody looks
    overtaken     mediumtext,                                      -- [internal] rows whose record changed between preview and commit, JSON
    rows_before   int          not null default 0,                 -- [internal] rows done when this phase was entered last; the rate counts from there
    failures      int          not null default 0,                 -- [internal] how often in a row the work failed at one place
    failed_at     varchar(40),                                     -- [internal] that place: phase and row
    intake_path   varchar(700),                                    -- [internal] the file in the watched folder that waits for its report
    revert_reason varchar(500),                                    -- [internal] what its reporter said; null where nobody was asked
    key ix_batch_again (sha256, feed, reporter),
    key ix_batch_reporter (reporter, id),
    key ix_batch_work (status, lease_until),
    key ix_batch_family (family)
) default character set utf8mb4 collate utf8mb4_bin;

create table import_file (
    batch_id bigint     not null,                                  -- [internal]
    seq      int        not null,                                  -- [internal]
    bytes    mediumblob not null,                                  -- [sensitive, sealed] the uploaded file, in pieces
    packed   boolean    not null default false,                    -- [internal] deflated (RFC 1950) before it was sealed
    primary key (batch_id, seq)
) default character set utf8mb4 collate utf8mb4_bin;

-- Staged rows and whom they may be: shown on the preview, made pairs of records by the commit.
create table suspect_row (
    batch_id  bigint       not null,                               -- [internal]
    report_id bigint       not null,                               -- [internal]
    other     bigint       not null,                               -- [internal] record, or report of the same file
    other_row int,                                                 -- [internal] that report's row, null for a record
    reasons   varchar(120) not null,                               -- [internal]
    score     int          not null,                               -- [internal] 0 to 100
    said_by   bigint,                                              -- [internal] the report that the row was compared with
    hidden    boolean      not null default false,                 -- [internal] somebody else's: not for the eyes of the row's reporter
    primary key (batch_id, report_id, other)
) default character set utf8mb4 collate utf8mb4_bin;

-- Which row of which earlier upload a corrected row stands for.
create table correction_row (
    batch_id bigint not null,                                      -- [internal]
    row_no   int    not null,                                      -- [internal]
    of_batch bigint not null,                                      -- [internal]
    of_row   int    not null,                                      -- [internal]
    primary key (batch_id, row_no),
    key ix_correction_of (of_batch, of_row)
) default character set utf8mb4 collate utf8mb4_bin;

-- What a reporter said a title of its own sheets means.
create table import_mapping (
    reporter  varchar(40)  not null,                               -- [internal]
    feed      varchar(16)  not null,                               -- [internal]
    title_key varchar(120) not null,                               -- [internal] the title as titles are compared
    field     varchar(40)  not null,                               -- [internal] empty: not to be read
    chosen_by varchar(60)  not null,                               -- [internal]
    chosen_at datetime(6)  not null,                               -- [internal]
    primary key (reporter, feed, title_key)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row; its lock lets hubs that watch one folder take turns, so that no file is taken in twice.
create table intake_turn (
    only_row int not null primary key                              -- [internal] always 1
) default character set utf8mb4 collate utf8mb4_bin;
insert into intake_turn values (1);

-- Rows to lock, so that of two uploads of the same bytes at the same moment the second finds the first.
create table upload_turn (
    stripe int not null primary key                                -- [internal] of a file, by its hash
) default character set utf8mb4 collate utf8mb4_bin;
insert into upload_turn (stripe)
with recursive stripes (n) as (select 0 union all select n + 1 from stripes where n < 63)
select n from stripes;

-- What is due from a carrier each month, and whether it came.
create table reporting_month (
    id         bigint      not null primary key,                   -- [internal]
    carrier_id bigint      not null,                               -- [public]
    month      char(7)     not null,                               -- [internal] 2026-11
    due_on     date        not null,                               -- [internal] as the calendar was then
    came_at    datetime(6),                                        -- [internal] when the first report of the month was committed
    row_count  int         not null,                               -- [internal] rows of the month that count
    batches    int         not null,                               -- [internal] reports of the month
    unique key uk_reporting_month (month, carrier_id),
    key ix_reporting_carrier (carrier_id, month)
) default character set utf8mb4 collate utf8mb4_bin;

-- Reports are facts, records are derived. Shared SQL of MySQL 8.4/9.x and MariaDB 11.4.
-- Privacy class of each column: [public] [internal] [personal] [sensitive, sealed].

create table pool_record (
    id              bigint       not null primary key,             -- [public]
    type            varchar(16)  not null,                         -- [public] talent, demand, enterprise, carrier, platform
    subtype         varchar(40),                                   -- [public] BASE, STATION
    state           varchar(8)   not null,                         -- [internal] LIVE, GONE
    version         bigint       not null,                         -- [internal] grows with every change, the document's external version
    strong_key      char(32),                                      -- [sensitive] keyed hash
    weak_key        char(32),                                      -- [sensitive] keyed hash
    alike_key       char(32),                                      -- [sensitive] keyed hash, equal ones may be one person
    name            varchar(200) not null,                         -- [personal]
    region          char(6),                                       -- [public] GB/T 2260
    enterprise_code char(18),                                      -- [public] credit code
    enterprise_name varchar(200),                                  -- [public]
    area            varchar(200),                                  -- [public] name of the base an enterprise lies in
    carrier_id      bigint,                                        -- [public] newest reporting carrier
    reporters       varchar(2000) not null,                        -- [internal] keys of the reporters with live reports, separated by blanks
    payload         mediumtext   not null,                         -- [personal] merged values, JSON
    provenance      mediumtext   not null,                         -- [internal] field -> report id, JSON
    sealed          varbinary(2000),                               -- [sensitive, sealed]
    confirmed_on    varchar(10),                                   -- [internal] newest confirmation date, as precise as given
    created_at      datetime(6)  not null,                         -- [internal]
    updated_at      datetime(6)  not null,                         -- [internal]
    unique key uk_record_strong (type, strong_key),
    key ix_record_weak (type, weak_key),
    key ix_record_alike (type, alike_key),
    key ix_record_enterprise (type, enterprise_code),
    key ix_record_name (type, name),
    key ix_record_area (type, area),
    key ix_record_state (type, state, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table import_batch (
    id             bigint       not null primary key,              -- [internal]
    feed           varchar(16)  not null,                          -- [internal]
    file_name      varchar(255) not null,                          -- [internal]
    file_size      bigint       not null,                          -- [internal]
    sha256         char(64)     not null,                          -- [internal]
    legal_basis    varchar(500) not null,                          -- [internal] recorded per batch (PIPL article 13)
    status         varchar(12)  not null,                          -- [internal]
    reporter       varchar(40)  not null,                          -- [internal]
    reporter_name  varchar(200) not null,                          -- [internal]
    carrier_id     bigint,                                         -- [internal]
    region         char(6),                                        -- [internal]
    submitted_by   varchar(60)  not null,                          -- [internal]
    commit_wanted  boolean      not null,                          -- [internal] commit follows the preview by itself
    layout         mediumtext,                                     -- [internal] where the header stands, which column is which, JSON
    phase          varchar(12)  not null,                          -- [internal]
    phase_since    datetime(6)  not null,                          -- [internal]
    rows_read      int          not null,                          -- [internal] rows done in this phase
    rows_total     int,                                            -- [internal]
    counts         varchar(400),                                   -- [internal] what the rows do or did, JSON
    problem        mediumtext,                                     -- [internal] why the file was refused, JSON
    lease_owner    varchar(40),                                    -- [internal] the hub that works on it
    lease_until    datetime(6),                                    -- [internal]
    attempts       int          not null,                          -- [internal]
    created_at     datetime(6)  not null,                          -- [internal]
    updated_at     datetime(6)  not null,                          -- [internal]
    key ix_batch_again (sha256, feed, reporter),
    key ix_batch_reporter (reporter, id),
    key ix_batch_work (status, lease_until)
) default character set utf8mb4 collate utf8mb4_bin;

create table import_file (
    batch_id bigint      not null,                                 -- [internal]
    seq      int         not null,                                 -- [internal]
    bytes    mediumblob  not null,                                 -- [sensitive, sealed] the uploaded file, in pieces
    primary key (batch_id, seq)
) default character set utf8mb4 collate utf8mb4_bin;

create table report (
    id           bigint       not null primary key,                -- [internal]
    batch_id     bigint       not null,                            -- [internal]
    row_no       int          not null,                            -- [internal] as Excel numbers it in the person's own file
    type         varchar(16)  not null,                            -- [internal]
    state        varchar(10)  not null,                            -- [internal] STAGED, REJECTED, LIVE, SAME, WITHDRAWN
    outcome      varchar(10),                                      -- [internal] CREATED, UPDATED, UNCHANGED, REJECTED
    reporter     varchar(40)  not null,                            -- [internal]
    record_id    bigint,                                           -- [internal]
    strong_key   char(32),                                         -- [sensitive] keyed hash
    weak_key     char(32),                                         -- [sensitive] keyed hash
    alike_key    char(32),                                         -- [sensitive] keyed hash
    suspect_of   bigint,                                           -- [internal] the record this row may be, or may wrongly claim to be
    duplicate_of int,                                              -- [internal] the earlier row of the file with the same key
    title        varchar(200) not null,                            -- [personal] what the row is called on the preview
    payload      mediumtext   not null,                            -- [personal] normalised values, JSON
    payload_hash char(32)     not null,                            -- [internal] keyed, over payload and sealed values
    sealed       varbinary(2000),                                  -- [sensitive, sealed]
    issues       mediumtext,                                       -- [personal] JSON, sensitive values masked
    worst        varchar(8),                                       -- [internal] ERROR, WARNING, SUSPECT
    live_at      datetime(6),                                      -- [internal] when it was committed
    unique key uk_report_row (batch_id, row_no),
    key ix_report_outcome (batch_id, outcome, row_no),
    key ix_report_record (record_id, state)
) default character set utf8mb4 collate utf8mb4_bin;

create table outbox (
    id        bigint      not null primary key,                    -- [internal]
    type      varchar(16) not null,                                -- [internal]
    record_id bigint      not null,                                -- [internal]
    version   bigint      not null                                 -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- One row per record type; its lock lets commits of one type take turns, so that two stations cannot create one person twice.
create table record_turn (
    type varchar(16) not null primary key                          -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;
insert into record_turn values ('talent'), ('demand'), ('enterprise'), ('carrier'), ('platform');

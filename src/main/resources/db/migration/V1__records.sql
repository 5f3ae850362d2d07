-- Reports are facts, records are derived: what is known of whom, from whom, and what is to be told on.
-- Shared SQL of MySQL 8.4/9.x and MariaDB 11.4. Privacy class of each column: [public] [internal] [personal] [sensitive, sealed].

create table pool_record (
    id              bigint          not null primary key,          -- [public]
    type            varchar(16)     not null,                      -- [public] talent, demand, enterprise, carrier, platform
    subtype         varchar(40),                                   -- [public] BASE, STATION
    state           varchar(8)      not null,                      -- [internal] LIVE, GONE
    version         bigint          not null,                      -- [internal] grows with every change, the document's external version
    name            varchar(200)    not null,                      -- [personal]
    region          char(6),                                       -- [public] GB/T 2260
    enterprise_code char(18),                                      -- [public] credit code
    enterprise_name varchar(200),                                  -- [public]
    area            varchar(200),                                  -- [public] name of the base an enterprise lies in
    carrier_id      bigint,                                        -- [public] newest reporting carrier
    reporters       varchar(2000)   not null,                      -- [internal] keys of the reporters with live reports, separated by blanks
    payload         mediumtext      not null,                      -- [personal] merged values, JSON
    provenance      mediumtext      not null,                      -- [internal] field -> report id, JSON
    sealed          varbinary(2000),                               -- [sensitive, sealed]
    confirmed_on    varchar(10),                                   -- [internal] newest confirmation date, as precise as given
    created_at      datetime(6)     not null,                      -- [internal]
    updated_at      datetime(6)     not null,                      -- [internal]
    same_as         bigint,                                        -- [internal] the record it was found to be; it is GONE then
    agreed          text,                                          -- [internal] of several reporters: who says which fields as the record does
    key ix_record_enterprise (type, enterprise_code),
    key ix_record_name (type, name),
    key ix_record_area (type, area),
    key ix_record_state (type, state, id),
    key ix_record_same (same_as)
) default character set utf8mb4 collate utf8mb4_bin;

create table report (
    id           bigint          not null primary key,             -- [internal]
    batch_id     bigint          not null,                         -- [internal]
    row_no       int             not null,                         -- [internal] as Excel numbers it in the person's own file
    type         varchar(16)     not null,                         -- [internal]
    state        varchar(10)     not null,                         -- [internal] STAGED, REJECTED, LIVE, SAME, WITHDRAWN
    outcome      varchar(10),                                      -- [internal] CREATED, UPDATED, UNCHANGED, REJECTED
    reporter     varchar(40)     not null,                         -- [internal]
    record_id    bigint,                                           -- [internal]
    strong_key   char(32),                                         -- [sensitive] keyed hash
    weak_key     char(32),                                         -- [sensitive] keyed hash
    suspect_of   bigint,                                           -- [internal] the record this row may be, or may wrongly claim to be
    duplicate_of int,                                              -- [internal] the earlier row of the file with the same key
    title        varchar(200)    not null,                         -- [personal] what the row is called on the preview
    payload      mediumtext      not null,                         -- [personal] normalised values, JSON
    payload_hash char(32)        not null,                         -- [internal] keyed, over payload and sealed values
    sealed       varbinary(2000),                                  -- [sensitive, sealed]
    issues       mediumtext,                                       -- [personal] JSON, sensitive values masked
    worst        varchar(8),                                       -- [internal] ERROR, WARNING, SUSPECT
    live_at      datetime(6),                                      -- [internal] when it was committed
    -- Near keys: equal ones bring two records before the eyes of a rule, none decides. 64 bits of a keyed hash each.
    alike_key    bigint,                                           -- [sensitive] name + birth month
    peer_key     bigint,                                           -- [sensitive] birth month + employer
    desk_key     bigint,                                           -- [sensitive] name + employer
    phone_key    bigint,                                           -- [sensitive] mobile phone
    head_key     bigint,                                           -- [sensitive] first characters of a document number without check digit
    tail_key     bigint,                                           -- [sensitive] its last ones
    own_record   bigint,                                           -- [internal] the record its own keys led to, when a decision moved it to another
    set_aside    char(32),                                         -- [sensitive] strong key that a decision does not let count
    seen_version bigint,                                           -- [internal] version of the record that the forecast spoke of
    traits       varchar(16)     not null default '',              -- [personal] sex and day of birth: they contradict, and never join
    verified     boolean         not null default false,           -- [internal] the row proves its strong key
    seen_report  bigint,                                           -- [internal] its reporter's own report that the forecast compared it with
    unique key uk_report_row (batch_id, row_no),
    key ix_report_outcome (batch_id, outcome, row_no),
    key ix_report_record (record_id, state),
    key ix_report_desk (desk_key)
) default character set utf8mb4 collate utf8mb4_bin;

-- Which records answer to a key: of each report that was live, 64 bits of each of its keys. It only grows.
create table record_key (
    key_hash  bigint       not null,                               -- [sensitive] keyed hash
    record_id bigint       not null,                               -- [internal] the record that the report's own keys gave
    reporter  varchar(40)  not null,                               -- [internal]
    name      varchar(200),                                        -- [personal] for the key of birth month and employer: colleagues are told apart by it
    primary key (key_hash, record_id, reporter)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row per record type; its lock lets commits of one type take turns, so that two stations cannot create one person twice.
create table record_turn (
    type varchar(16) not null primary key                          -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;
insert into record_turn values ('talent'), ('demand'), ('enterprise'), ('carrier'), ('platform');

create table outbox (
    id        bigint      not null primary key,                    -- [internal]
    type      varchar(16) not null,                                -- [internal]
    record_id bigint      not null,                                -- [internal]
    version   bigint      not null                                 -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

create table field_choice (
    record_id   bigint       not null,                             -- [internal]
    field       varchar(40)  not null,                             -- [internal] first field of those that are taken together
    asked       varchar(40)  not null,                             -- [internal] the one of them that the official decided
    value_hash  char(32)     not null,                             -- [sensitive] keyed hash of the chosen value
    report_id   bigint       not null,                             -- [internal] the report it was chosen from
    reporter    varchar(40)  not null,                             -- [internal] that report's reporter
    reason      varchar(500) not null,                             -- [internal] never a sensitive value
    chosen_by   varchar(60)  not null,                             -- [internal] account
    chosen_name varchar(100) not null,                             -- [internal] as the account was called then
    chosen_at   datetime(6)  not null,                             -- [internal]
    primary key (record_id, field)
) default character set utf8mb4 collate utf8mb4_bin;

-- Records of whose fields live reports say different things; written with the record itself.
create table record_dispute (
    record_id bigint        not null primary key,                  -- [internal]
    type      varchar(16)   not null,                              -- [internal]
    fields    varchar(4000)                                        -- [internal] names of the open ones; null: yet to be looked at
) default character set utf8mb4 collate utf8mb4_bin;

-- Pairs of records that may be one person; decided once, remembered for good.
create table suspect (
    id         bigint       not null primary key,                  -- [internal]
    type       varchar(16)  not null,                              -- [internal]
    a          bigint       not null,                              -- [internal] record
    b          bigint       not null,                              -- [internal] record; with a claim, the report that names another person
    claim      varchar(60),                                        -- [sensitive] strong and alike key of that report
    reasons    varchar(120) not null,                              -- [internal]
    score      int          not null,                              -- [internal] 0 to 100
    state      varchar(10)  not null,                              -- [internal] OPEN, SAME, DIFFERENT, UNSURE
    batch_id   bigint       not null,                              -- [internal] found in
    row_no     int          not null,                              -- [internal]
    found_at   datetime(6)  not null,                              -- [internal]
    moved      bigint,                                             -- [internal] the record that SAME made part of the other
    decided_by varchar(60),                                        -- [internal]
    decided_at datetime(6),                                        -- [internal]
    note       varchar(500),                                       -- [internal]
    hidden     boolean      not null default false,                -- [internal] likewise
    unique key uk_suspect_pair (a, b),
    key ix_suspect_b (b),
    key ix_suspect_claim (claim),
    key ix_suspect_state (type, state, score, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table erasure (
    id         bigint        not null primary key,                 -- [internal] number of the certificate
    record_id  bigint        not null,                             -- [internal] the record that is gone
    key_hash   char(32),                                           -- [sensitive] keyed hash of document number, else of name, birth month and employer
    request    varchar(500)  not null,                             -- [internal] on what request; never a name or number
    erased     varchar(1000) not null,                             -- [internal] how much of what went, JSON
    account_id bigint        not null,                             -- [internal]
    done_by    varchar(100)  not null,                             -- [internal] as the account was called then
    done_at    datetime(6)   not null,                             -- [internal]
    key ix_erasure_record (record_id)
) default character set utf8mb4 collate utf8mb4_bin;

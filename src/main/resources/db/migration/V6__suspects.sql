-- Who may be the same person, and what people decided about it. Privacy classes as in V1.

-- Near keys: equal ones bring two records before the eyes of a rule, none decides. 64 bits of a keyed hash each.
alter table pool_record
    drop key ix_record_alike,
    drop column alike_key,
    add column alike_key bigint,                                   -- [sensitive] name + birth month
    add column peer_key  bigint,                                   -- [sensitive] birth month + employer
    add column desk_key  bigint,                                   -- [sensitive] name + employer
    add column phone_key bigint,                                   -- [sensitive] mobile phone
    add column head_key  bigint,                                   -- [sensitive] first characters of a document number without check digit
    add column tail_key  bigint,                                   -- [sensitive] its last ones
    add column same_as   bigint,                                   -- [internal] the record it was found to be; it is GONE then
    add key ix_record_alike (alike_key),
    add key ix_record_peer (peer_key, name),                       -- covering: most colleagues are told apart by their names alone
    add key ix_record_desk (desk_key),
    add key ix_record_phone (phone_key),
    add key ix_record_head (head_key),
    add key ix_record_tail (tail_key),
    add key ix_record_same (same_as);

alter table report
    drop column alike_key,
    add column alike_key  bigint,                                  -- [sensitive] as in pool_record
    add column peer_key   bigint,                                  -- [sensitive]
    add column desk_key   bigint,                                  -- [sensitive]
    add column phone_key  bigint,                                  -- [sensitive]
    add column head_key   bigint,                                  -- [sensitive]
    add column tail_key   bigint,                                  -- [sensitive]
    add column own_record bigint,                                  -- [internal] the record its own keys led to, when a decision moved it to another
    add column set_aside  char(32);                                -- [sensitive] strong key that a decision does not let count

-- Staged rows and whom they may be: shown on the preview, made pairs of records by the commit.
create table suspect_row (
    batch_id  bigint       not null,                               -- [internal]
    report_id bigint       not null,                               -- [internal]
    other     bigint       not null,                               -- [internal] record, or report of the same file
    other_row int,                                                 -- [internal] that report's row, null for a record
    reasons   varchar(120) not null,                               -- [internal]
    score     int          not null,                               -- [internal] 0 to 100
    primary key (batch_id, report_id, other)
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
    unique key uk_suspect_pair (a, b),
    key ix_suspect_b (b),
    key ix_suspect_claim (claim),
    key ix_suspect_state (type, state, score, id)
) default character set utf8mb4 collate utf8mb4_bin;

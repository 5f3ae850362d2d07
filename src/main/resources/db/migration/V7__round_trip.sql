-- How uploads were read, corrected and overtaken. Privacy class of each column as in V1.

alter table import_batch
    add column family bigint,                                      -- [internal] the first upload of a chain of corrections, null outside of one
    add column corrects bigint,                                    -- [internal] the batch whose correction workbook this is
    add column forecast_at datetime(6),                            -- [internal] when the forecast that is shown was begun
    add column issue_groups mediumtext,                            -- [internal] like problems counted, JSON; null until somebody looks
    add column overtaken mediumtext,                               -- [internal] rows whose record changed between preview and commit, JSON
    add key ix_batch_family (family);

alter table report
    add column seen_version bigint;                                -- [internal] version of the record that the forecast spoke of

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

-- What waits for an official: disagreements nobody has decided, who reported which month in time, and since when something is new.
-- Privacy classes as in V1.

-- Records of whose fields live reports say different things; written with the record itself.
create table record_dispute (
    record_id bigint        not null primary key,                  -- [internal]
    type      varchar(16)   not null,                              -- [internal]
    fields    varchar(4000)                                        -- [internal] names of the open ones; null: yet to be looked at
) default character set utf8mb4 collate utf8mb4_bin;

insert into record_dispute (record_id, type)
select id, type from pool_record where state = 'LIVE' and reporters like '% %';

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

-- When somebody was here, and when the time before: what came since is new to him.
create table home_visit (
    account_id bigint      not null primary key,                   -- [internal]
    seen_at    datetime(6) not null,                               -- [internal] last look in this visit
    before_at  datetime(6)                                         -- [internal] last look in the visit before
) default character set utf8mb4 collate utf8mb4_bin;

-- Rows to lock, so that of two uploads of the same bytes at the same moment the second finds the first.
create table upload_turn (
    stripe int not null primary key -- [internal] of a file, by its hash
) default character set utf8mb4 collate utf8mb4_bin;

insert into upload_turn (stripe)
with recursive stripes (n) as (select 0 union all select n + 1 from stripes where n < 63)
select n from stripes;

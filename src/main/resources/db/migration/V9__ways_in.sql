-- What the intake remembers of a batch on its way, and the turn at the watched folder. Privacy classes as in V1.

alter table import_batch
    add column rows_before int not null default 0,                 -- [internal] rows done when this phase was entered last; the rate counts from there
    add column failures int not null default 0,                    -- [internal] how often in a row the work failed at one place
    add column failed_at varchar(40),                              -- [internal] that place: phase and row
    add column intake_path varchar(700);                           -- [internal] the file in the watched folder that waits for its report

-- One row; its lock lets hubs that watch one folder take turns, so that no file is taken in twice.
create table intake_turn (
    only_row int not null primary key                              -- [internal] always 1
);
insert into intake_turn values (1);

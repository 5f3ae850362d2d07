-- Timetables of events, each version as it was made, and the meetings with what came of them. Privacy classes as in V1.

create table event_plan (
    id         bigint       not null primary key,                  -- [internal]
    event_id   bigint       not null,                              -- [internal]
    number     int          not null,                              -- [internal] version, from 1
    state      varchar(10)  not null,                              -- [internal] PLANNING, READY, PROPOSED, PUBLISHED, REPLACED, FAILED
    origin     varchar(10)  not null,                              -- [internal] PLANNED, MOVED, SLOT, REPLANNED
    based_on   int,                                                -- [internal] version that it follows
    seconds    int          not null,                              -- [internal] that it may take
    seed       bigint       not null,                              -- [internal]
    spent_ms   bigint       not null,                              -- [internal]
    stop_asked boolean      not null,                              -- [internal]
    score      bigint       not null,                              -- [internal]
    bound      bigint,                                             -- [internal] no plan scores more; null: not known
    task       longtext     not null,                              -- [internal] what was planned: participants' ids and numbers only, JSON
    best       longtext     not null,                              -- [internal] pair, slot and desk of each meeting, JSON
    note       varchar(500) not null,                              -- [internal] what was changed, or why there is no plan
    made_by    varchar(100) not null,                              -- [internal] display name
    made_at    datetime(6)  not null,                              -- [internal]
    done_at    datetime(6),                                        -- [internal]
    unique key uk_event_plan (event_id, number),
    key ix_event_plan_state (state, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table event_meeting (
    id         bigint       not null primary key,                  -- [internal]
    event_id   bigint       not null,                              -- [internal]
    host_id    bigint       not null,                              -- [internal] participant
    guest_id   bigint       not null,                              -- [internal] participant
    outcome    varchar(10),                                        -- [personal] INTENT, AGAIN, UNFIT
    reason     varchar(40),                                        -- [personal] why not, of an enumeration
    note       varchar(500),                                       -- [personal]
    said_key   varchar(64),                                        -- [internal] of the entry on the phone, so that it counts once
    said_by    varchar(100),                                       -- [internal] display name
    said_at    datetime(6),                                        -- [internal] when it was tapped
    version    int          not null,                              -- [internal]
    unique key uk_event_meeting (host_id, guest_id),
    key ix_event_meeting (event_id),
    key ix_event_meeting_guest (guest_id)
) default character set utf8mb4 collate utf8mb4_bin;

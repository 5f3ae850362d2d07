-- Recruitment events: who is asked, who comes, who wishes to meet whom, timetables and what came of the meetings. Privacy classes as in V1.

create table recruitment_event (
    id           bigint        not null primary key,               -- [public]
    kind         varchar(20)   not null,                           -- [public] TALENT_TRAIN, FORUM, BANK_ENTERPRISE, GRASSROOTS
    name         varchar(120)  not null,                           -- [public] once published
    summary      varchar(2000) not null,                           -- [public] once published
    starts       varchar(16)   not null,                           -- [public] local day or minute, ISO
    ends         varchar(16)   not null,                           -- [public] the same
    place        varchar(200)  not null,                           -- [public] once published
    region       char(6),                                          -- [public]
    owner        bigint        not null,                           -- [internal] account of the matchmaker; 0: none yet
    owner_name   varchar(100)  not null,                           -- [internal] display name then
    state        varchar(12)   not null,                           -- [internal] DRAFT, OPEN, PLANNED, PUBLISHED, RUNNING, CLOSED
    most         int           not null,                           -- [internal] meetings of a person at most
    least        int           not null,                           -- [internal] meetings of an enterprise at least
    buffer       int           not null,                           -- [internal] slots between two meetings of a person
    floor_score  int           not null,                           -- [internal] pairs below are not planned, 0 to 100
    top          int           not null,                           -- [internal] so many people of one demand
    capacity     int           not null,                           -- [internal] people who are let in; 0: no bound
    slots        mediumtext    not null,                           -- [internal] number, begin and end of each, JSON
    programme    mediumtext    not null,                           -- [internal] items, routes, policy, feedback, emergency, JSON
    published    int,                                              -- [internal] number of the plan in force
    made_by      varchar(100)  not null,                           -- [internal] display name
    made_at      datetime(6)   not null,                           -- [internal]
    changed_at   datetime(6)   not null,                           -- [internal]
    version      int           not null,                           -- [internal]
    key ix_event_state (state),
    key ix_event_owner (owner),
    key ix_event_region (region)
) default character set utf8mb4 collate utf8mb4_bin;

create table event_participant (
    id            bigint        not null primary key,              -- [internal]
    event_id      bigint        not null,                          -- [internal]
    kind          varchar(12)   not null,                          -- [internal] TALENT, ENTERPRISE, GUEST
    number        int           not null,                          -- [internal] in the event, by kind
    record_id     bigint,                                          -- [internal] the person's or enterprise's record
    name          varchar(120)  not null,                          -- [personal] of who has no record, else empty
    demands       varchar(2000) not null,                          -- [internal] ids separated by blanks
    desks         int           not null,                          -- [internal]
    recruiters    varchar(300)  not null,                          -- [personal]
    state         varchar(10)   not null,                          -- [internal] ACCEPTED, INVITED, WAITING, DECLINED, ABSENT
    consent       boolean       not null,                          -- [personal] the name may be shown in the hall and told to partners
    arrives       varchar(16)   not null,                          -- [personal] local minute, ISO; empty: from the beginning
    leaves        varchar(16)   not null,                          -- [personal]
    lodging       boolean       not null,                          -- [personal]
    diet          varchar(100)  not null,                          -- [personal]
    reporters     varchar(1000) not null,                          -- [internal] organisations whose he is, separated by blanks
    opened        boolean       not null,                          -- [internal] a department let the matchmaker see the person
    token         char(64),                                        -- [internal] digest of the link to answer with; null once used
    asked_at      datetime(6),                                     -- [internal]
    answered_at   datetime(6),                                     -- [internal]
    checked_in_at datetime(6),                                     -- [personal]
    added_by      varchar(100)  not null,                          -- [internal] display name
    added_at      datetime(6)   not null,                          -- [internal]
    version       int           not null,                          -- [internal]
    unique key uk_participant (event_id, kind, number),
    unique key uk_participant_record (event_id, kind, record_id),
    key ix_participant_record (record_id),
    key ix_participant_token (token)
) default character set utf8mb4 collate utf8mb4_bin;

create table event_wish (
    id       bigint     not null primary key,                      -- [internal]
    event_id bigint     not null,                                  -- [internal]
    from_id  bigint     not null,                                  -- [internal] participant
    to_id    bigint     not null,                                  -- [internal] participant
    wish     varchar(4) not null,                                  -- [personal] MUST, NICE, NOT
    unique key uk_wish (from_id, to_id),
    key ix_wish_event (event_id),
    key ix_wish_to (to_id)
) default character set utf8mb4 collate utf8mb4_bin;

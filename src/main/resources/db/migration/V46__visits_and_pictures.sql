-- Visits of carriers to be, photographs, experts' answers, and what a call asks for. Privacy classes as in V1.

create table picture (
    id          bigint       not null primary key,                 -- [internal] public where what it belongs to is
    owner       varchar(16)  not null,                             -- [internal] what it belongs to: visit, typical
    owner_id    bigint       not null,                             -- [internal]
    name        varchar(200) not null,                             -- [internal] of the uploaded file
    caption     varchar(200) not null,                             -- [internal] what is to be seen
    kind        varchar(4)   not null,                             -- [internal] JPEG, PNG
    width       int          not null,                             -- [internal] pixels
    height      int          not null,                             -- [internal] pixels
    size        bigint       not null,                             -- [internal] bytes, without place and device
    sha256      char(64)     not null,                             -- [internal]
    uploaded_by varchar(100) not null,                             -- [internal] display name
    uploaded_at datetime(6)  not null,                             -- [internal]
    key ix_picture_owner (owner, owner_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

create table picture_piece (
    picture_id bigint     not null,                                -- [internal]
    seq        int        not null,                                -- [internal]
    bytes      mediumblob not null,                                -- [sensitive, sealed]
    primary key (picture_id, seq)
) default character set utf8mb4 collate utf8mb4_bin;

create table carrier_visit (
    application_id bigint        not null primary key,             -- [internal]
    visited_on     date          not null,                         -- [internal]
    visitors       varchar(400)  not null,                         -- [internal] who went
    findings       varchar(4000) not null,                         -- [internal] what was found
    recorded_by    varchar(100)  not null,                         -- [internal] display name
    recorded_at    datetime(6)   not null                          -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- a review that was reopened stays beside the new one
alter table carrier_review add column superseded bigint not null default 0;       -- [internal] own id once reopened
alter table carrier_review add column reopened_by varchar(100);                   -- [internal] display name
alter table carrier_review add column reopened_why varchar(1000);                 -- [internal]
alter table carrier_review add unique key uk_review_now (application_id, expert, superseded);
alter table carrier_review drop key uk_review;

alter table carrier_application add column reviews_due date;                      -- [internal] by when experts are asked to judge

-- an expert who has said that he will judge
create table carrier_review_accept (
    application_id bigint       not null,                          -- [internal]
    expert         varchar(60)  not null,                          -- [internal]
    entered_by     varchar(100) not null,                          -- [internal] display name
    entered_at     datetime(6)  not null,                          -- [internal]
    primary key (application_id, expert)
) default character set utf8mb4 collate utf8mb4_bin;

alter table carrier_call add column text mediumtext;                              -- [public] what the call says
alter table carrier_call add column criteria varchar(200) not null default '{}';  -- [public] criterion to points, JSON; empty for the guidelines'
alter table carrier_call add column evidence varchar(4000) not null default '[]'; -- [public] papers that have to be there, JSON

create table carrier_call_file (
    id          bigint       not null primary key,                 -- [public]
    call_id     bigint       not null,                             -- [public]
    name        varchar(200) not null,                             -- [public]
    size        bigint       not null,                             -- [public] bytes
    sha256      char(64)     not null,                             -- [public]
    uploaded_by varchar(100) not null,                             -- [internal] display name
    uploaded_at datetime(6)  not null,                             -- [public]
    key ix_call_file (call_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

alter table carrier_application_file add column evidence varchar(120);            -- [internal] which of the call's papers it is

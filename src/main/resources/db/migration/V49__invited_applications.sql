-- Enterprises and zones that a city invites to fill an application in, and what papers a step was taken on. Privacy classes as in V1.

create table carrier_form_invitation (
    application_id bigint       not null primary key,              -- [internal]
    token          char(64),                                       -- [internal] digest of the link's secret; none once it is used up
    until          date         not null,                          -- [internal] last day of the link
    invited_by     varchar(100) not null,                          -- [internal] display name
    invited_at     datetime(6)  not null,                          -- [internal]
    filler         varchar(60),                                    -- [internal] who handed it in, as he calls himself
    handed_at      datetime(6),                                    -- [internal]
    version        int          not null,                          -- [internal]
    unique key uk_form_invitation (token)
) default character set utf8mb4 collate utf8mb4_bin;

alter table carrier_application add column filler varchar(60);                    -- [internal] who filled it in for the invited
alter table carrier_application_step add column files varchar(1000) not null default ''; -- [internal] ids of the papers that were there

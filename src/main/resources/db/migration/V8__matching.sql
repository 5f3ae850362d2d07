-- What people and the hub say about a demand and a person together, and what came of it.
-- Privacy classes as in V1.

-- What a demand's owner says of its conditions; kept when the demand is reported again.
create table demand_wish (
    demand_id  bigint       not null primary key,                  -- [internal]
    strengths  varchar(600) not null,                              -- [internal] part=MUST|SHOULD|NICE, separated by blanks
    excluded   varchar(600) not null,                              -- [internal] words, a line each
    changed_by varchar(100) not null,                              -- [internal] display name
    changed_at datetime(6)  not null                               -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- Whether a person wants to be asked.
create table talent_wish (
    talent_id  bigint       not null primary key,                  -- [internal]
    state      varchar(16)  not null,                              -- [personal] OPEN, PAUSED, CONTACT_FIRST, LEFT_OUT
    until_day  date,                                               -- [personal] last day of a pause
    changed_by varchar(100) not null,                              -- [internal] display name
    changed_at datetime(6)  not null                               -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- Pairs that the hub found or somebody decided about.
create table match_pair (
    id            bigint        not null primary key,              -- [internal]
    demand_id     bigint        not null,                          -- [internal]
    talent_id     bigint        not null,                          -- [internal]
    state         varchar(16)   not null,                          -- [internal] NEW, SEEN, SHORTLISTED, …
    reason        varchar(40),                                     -- [internal] why, of an enumeration
    note          varchar(500),                                    -- [personal]
    score         double        not null,                          -- [internal] as last computed, in tenths
    confidence    double        not null,                          -- [internal] 0 to 1
    band          varchar(8)    not null,                          -- [internal]
    weights       varchar(40)   not null,                          -- [internal] version of the weights
    judged        char(64)      not null,                          -- [internal] digest of what was judged
    judged_fields varchar(2000) not null,                          -- [internal] part=digest, to say what changed
    returned_for  varchar(200),                                    -- [internal] parts that changed since it was dismissed
    found_at      datetime(6)   not null,                          -- [internal]
    changed_at    datetime(6)   not null,                          -- [internal]
    changed_by    varchar(100),                                    -- [internal] display name; null: the hub
    version       int           not null,                          -- [internal]
    unique key uk_pair (demand_id, talent_id),
    key ix_pair_talent (talent_id),
    key ix_pair_state (state, changed_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- Whose a pair is: those who report one of the two, and the departments of their regions.
create table match_party (
    organisation varchar(60) not null,                             -- [internal] carrier:…, region:420100
    demand_id    bigint      not null,                             -- [internal]
    talent_id    bigint      not null,                             -- [internal]
    demands      boolean     not null,                             -- [internal] by the demand's side, else by the person's only
    primary key (organisation, demand_id, talent_id),
    key ix_party_pair (demand_id, talent_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- Records that the index has followed and that have yet to be matched; written with the relay's own progress.
create table match_change (
    id   bigint      not null primary key,                         -- [internal]
    type varchar(16) not null,                                     -- [internal]
    ids  mediumblob  not null,                                     -- [internal] record ids, 8 bytes each
    at   datetime(6) not null                                      -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

create table contact_request (
    id           bigint       not null primary key,                -- [internal]
    demand_id    bigint       not null,                            -- [internal]
    talent_id    bigint       not null,                            -- [internal]
    asker        varchar(60)  not null,                            -- [internal] key of the asking organisation
    asker_name   varchar(200) not null,                            -- [internal]
    purpose      varchar(500) not null,                            -- [internal]
    owner        varchar(60)  not null,                            -- [internal] key of the organisation that is asked
    state        varchar(10)  not null,                            -- [internal] ASKED, YES, NO, CLOSED
    note         varchar(500),                                     -- [personal] with the answer
    asked_at     datetime(6)  not null,                            -- [internal]
    answered_at  datetime(6),                                      -- [internal]
    answered_by  varchar(100),                                     -- [internal] display name
    visible_till datetime(6),                                      -- [internal] until when the asker sees the contact
    reminded_at  datetime(6),                                      -- [internal]
    version      int          not null,                            -- [internal]
    key ix_contact_pair (demand_id, talent_id),
    key ix_contact_talent (talent_id, asked_at),
    key ix_contact_asker (asker, state),
    key ix_contact_owner (owner, state),
    key ix_contact_state (state, asked_at)
) default character set utf8mb4 collate utf8mb4_bin;

create table placement (
    id              bigint       not null primary key,             -- [internal]
    demand_id       bigint       not null,                         -- [internal]
    talent_id       bigint       not null,                         -- [personal]
    state           varchar(12)  not null,                         -- [internal] CONTACTED, INTENT, SIGNED, ARRIVED, RETAINED, CLOSED
    before_state    varchar(12),                                   -- [internal] where undo leads
    mode            varchar(16)  not null,                         -- [internal] the demand's recruitment mode then
    reason          varchar(40),                                   -- [internal] why it was closed, of an enumeration
    note            varchar(500),                                  -- [personal]
    event           varchar(40),                                   -- [internal] where the two met
    score           double,                                        -- [internal] of the pair when it began
    band            varchar(8),                                    -- [internal]
    started_at      datetime(6)  not null,                         -- [internal]
    changed_at      datetime(6)  not null,                         -- [internal]
    changed_by      varchar(100) not null,                         -- [internal] display name
    retained_months int          not null,                         -- [internal] 0, 6 or 12
    version         int          not null,                         -- [internal]
    key ix_placement_demand (demand_id, state),
    key ix_placement_talent (talent_id, state)
) default character set utf8mb4 collate utf8mb4_bin;

create table placement_step (
    id           bigint       not null primary key,                -- [internal]
    placement_id bigint       not null,                            -- [internal]
    action       varchar(12)  not null,                            -- [internal]
    from_state   varchar(12)  not null,                            -- [internal]
    to_state     varchar(12)  not null,                            -- [internal]
    reason       varchar(40),                                      -- [internal]
    note         varchar(500),                                     -- [personal]
    by_name      varchar(100) not null,                            -- [internal] display name
    at           datetime(6)  not null,                            -- [internal]
    key ix_step_placement (placement_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

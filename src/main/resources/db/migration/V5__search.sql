-- What the index and the meaning of texts are kept in step by, and where records stand on the chains.
-- Privacy classes as in V1.

-- Records that Elasticsearch refused for good: kept aside so that the relay goes on, seen in the reconcile report, gone when a
-- later write of the record succeeds.
create table index_rejection (
    record_id bigint       not null primary key,                   -- [internal]
    type      varchar(16)  not null,                               -- [internal]
    version   bigint       not null,                               -- [internal]
    reason    varchar(500) not null,                               -- [internal] quotes no value
    at        datetime(6)  not null                                -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- The texts themselves are not kept. Only those of professional columns come here (no name, employer, contact or remark).
create table embedding (
    hash binary(16)     not null primary key,                      -- [internal] of the model's version and the text
    vec  varbinary(512) not null                                   -- [internal] a byte per dimension
) default character set utf8mb4 collate utf8mb4_bin;

-- Records whose documents were written before all their texts had vectors.
create table embedding_wanted (
    record_id bigint not null primary key                          -- [internal]
) default character set utf8mb4 collate utf8mb4_bin;

-- One row a record; written by the relay with the document, so that both say the same.
create table chain_placement (
    record_id  bigint        not null primary key,                 -- [internal]
    type       varchar(16)   not null,                             -- [internal]
    version    varchar(60)   not null,                             -- [internal] of the dictionary and the rules that placed it
    state      varchar(8)    not null,                             -- [internal] PLACED, CHOSEN, WAITING
    node       varchar(60),                                        -- [internal] the first node; of one that waits the likeliest, null for none
    confidence decimal(4, 3) not null,                             -- [internal] of that node
    places     mediumtext    not null,                             -- [internal] nodes with confidence, way and the words they come from, JSON; professional columns only
    meant      boolean       not null,                             -- [internal] the meaning of its texts could be asked too
    placed_at  datetime(6)   not null,                             -- [internal]
    key ix_placement_queue (state, node, record_id),
    key ix_placement_version (version)
) default character set utf8mb4 collate utf8mb4_bin;

-- What a department decided; holds whatever is reported later.
create table chain_choice (
    record_id   bigint       not null primary key,                 -- [internal]
    type        varchar(16)  not null,                             -- [internal]
    nodes       varchar(600) not null,                             -- [internal] codes separated by blanks, the first one first
    reason      varchar(500) not null,                             -- [personal]
    chosen_by   varchar(60)  not null,                             -- [internal] account
    chosen_name varchar(100) not null,                             -- [internal] display name
    chosen_at   datetime(6)  not null,                             -- [internal]
    version     varchar(60)  not null                              -- [internal] of the dictionary then
) default character set utf8mb4 collate utf8mb4_bin;

-- Where a record stood under an earlier dictionary.
create table chain_history (
    id        bigint      not null primary key,                    -- [internal]
    record_id bigint      not null,                                -- [internal]
    version   varchar(60) not null,                                -- [internal]
    state     varchar(8)  not null,                                -- [internal]
    places    mediumtext  not null,                                -- [internal]
    until_at  datetime(6) not null,                                -- [internal]
    key ix_chain_history (record_id, id)
) default character set utf8mb4 collate utf8mb4_bin;

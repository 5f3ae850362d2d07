-- Records that Elasticsearch refused for good: kept aside so that the relay goes on, seen in the reconcile report, gone when a
-- later write of the record succeeds.
create table index_rejection (
    record_id bigint       not null primary key,                   -- [internal]
    type      varchar(16)  not null,                               -- [internal]
    version   bigint       not null,                               -- [internal]
    reason    varchar(500) not null,                               -- [internal] quotes no value
    at        datetime(6)  not null                                -- [internal]
);

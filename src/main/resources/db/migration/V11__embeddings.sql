-- What texts mean, computed once for each text; see docs/adr/0010. Privacy classes as in V1.

-- The texts themselves are not kept. Only those of professional columns come here (no name, employer, contact or remark).
create table embedding (
    hash   binary(16)    not null primary key,                     -- [internal] of the model's version and the text
    vec    varbinary(512) not null                                 -- [internal] a byte per dimension
);

-- Records whose documents were written before all their texts had vectors.
create table embedding_wanted (
    record_id bigint not null primary key                          -- [internal]
);

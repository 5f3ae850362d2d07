-- Persons who were erased: that it was done, and nothing of them. Privacy classes as in V1.

create table erasure (
    id         bigint        not null primary key,                 -- [internal] number of the certificate
    record_id  bigint        not null,                             -- [internal] the record that is gone
    key_hash   char(32),                                           -- [sensitive] keyed hash of document number, else of name, birth month and employer
    request    varchar(500)  not null,                             -- [internal] on what request; never a name or number
    erased     varchar(1000) not null,                             -- [internal] how much of what went, JSON
    account_id bigint        not null,                             -- [internal]
    done_by    varchar(100)  not null,                             -- [internal] as the account was called then
    done_at    datetime(6)   not null,                             -- [internal]
    key ix_erasure_record (record_id)
) default character set utf8mb4 collate utf8mb4_bin;

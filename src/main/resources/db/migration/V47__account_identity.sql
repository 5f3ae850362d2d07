-- Whom an account is at the provider that its owner signs in with (OpenID Connect). Names may change there, the subject does not.
create table account_identity (
    issuer     varchar(200) not null,                              -- [internal] address of the provider
    subject    varchar(255) not null,                              -- [internal] the provider's own number of its user
    account_id bigint       not null,                              -- [internal]
    linked_at  datetime(6)  not null,                              -- [internal]
    primary key (issuer, subject),
    key ix_account_identity_account (account_id)
) default character set utf8mb4 collate utf8mb4_bin;

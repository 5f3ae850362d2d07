-- Where the letters of an account go: invitations, when the hub has a mail server.
create table account_mail (
    account_id bigint       not null primary key,                  -- [internal]
    address    varchar(254) not null                               -- [internal] of the account's owner, told to who keeps the account
) default character set utf8mb4 collate utf8mb4_bin;

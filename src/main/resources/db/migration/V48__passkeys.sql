-- Passkeys (WebAuthn): what an authenticator registered for an account. The private key never leaves the authenticator.
-- Privacy classes as in V1.
create table passkey (
    id              bigint          not null primary key,          -- [internal]
    account_id      bigint          not null,                      -- [internal]
    credential_id   varbinary(1023) not null,                      -- [internal] the authenticator's own number of it; proves nothing alone
    public_key      varbinary(2000) not null,                      -- [internal] COSE; checks signatures, makes none
    attestation     blob            not null,                      -- [internal] what the authenticator said when it was registered
    signatures      bigint          not null,                      -- [internal] the authenticator's count; only grows, or is always 0
    verified        boolean         not null,                      -- [internal] its owner was recognised by it when it was registered
    backup_eligible boolean         not null,                      -- [internal] may be copied to other devices of its owner
    backed_up       boolean         not null,                      -- [internal]
    transports      varchar(100)    not null,                      -- [internal] usb, nfc, ble, internal, hybrid, separated by blanks
    label           varchar(80)     not null,                      -- [internal] as its owner calls it
    created_at      datetime(6)     not null,                      -- [internal]
    last_used_at    datetime(6),                                   -- [internal]
    unique key uk_passkey_credential (credential_id),
    key ix_passkey_account (account_id)
) default character set utf8mb4 collate utf8mb4_bin;

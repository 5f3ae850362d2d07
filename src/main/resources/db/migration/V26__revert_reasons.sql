-- Why a batch was taken back. Privacy classes as in V1.
alter table import_batch
    add column revert_reason varchar(500);                         -- [internal] what its reporter said; null where nobody was asked

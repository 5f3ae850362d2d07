-- The keys are hashed with the record's type, so that equal ones are of one type: without it in front the server has one way only to
-- look a thousand of them up, whatever its statistics say while rows pour in.
alter table pool_record
    drop key uk_record_strong,
    drop key ix_record_weak,
    add unique key uk_record_strong (strong_key),
    add key ix_record_weak (weak_key);

-- When somebody first decided about a pair: what an assessment asks for, whatever was decided later.
alter table match_pair add column first_decided_at datetime(6);     -- [internal] null while only the hub knows of it
update match_pair set first_decided_at = changed_at where changed_by is not null;
